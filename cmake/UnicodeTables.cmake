# kl3_unicode_tables: character classes and folding, generated from utf8proc (tools/unicode_tables) by a program that the
# host's cc builds, also when we cross-compile. utf8proc itself is linked by tests only: its tables weigh 47 KB of download.
kl_fetch(utf8proc)
set(unicode_out ${CMAKE_BINARY_DIR}/unicode)
set(unicode_tool ${PROJECT_SOURCE_DIR}/tools/unicode_tables)
file(MAKE_DIRECTORY ${unicode_out})
add_custom_command(OUTPUT ${unicode_out}/unicode_tables
  COMMAND ${kl_host_cc} -DUTF8PROC_STATIC -I${kl_source_utf8proc}
          -o ${unicode_out}/unicode_tables ${unicode_tool}/unicode_tables.c ${kl_source_utf8proc}/utf8proc.c
  DEPENDS ${unicode_tool}/unicode_tables.c ${unicode_tool}/fold_ranges.h
  COMMENT "Building the Unicode table generator" VERBATIM)
add_custom_command(OUTPUT ${unicode_out}/unicode_tables.h ${unicode_out}/unicode_tables.cpp
  COMMAND ${unicode_out}/unicode_tables ${unicode_out}/unicode_tables.h ${unicode_out}/unicode_tables.cpp
  DEPENDS ${unicode_out}/unicode_tables
  COMMENT "Generating the Unicode tables" VERBATIM)
kl_third_party(unicode_tables ${unicode_out}/unicode_tables.cpp ${unicode_out}/unicode_tables.h)
target_include_directories(kl3_unicode_tables SYSTEM PUBLIC ${unicode_out})

if(NOT EMSCRIPTEN)  # the source of truth, for the tests
  kl_third_party(utf8proc_whole ${kl_source_utf8proc}/utf8proc.c)
  target_include_directories(kl3_utf8proc_whole SYSTEM PUBLIC ${kl_source_utf8proc} ${unicode_tool})
  target_compile_definitions(kl3_utf8proc_whole PUBLIC UTF8PROC_STATIC)
  set_target_properties(kl3_utf8proc_whole PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
