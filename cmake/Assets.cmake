# kamerloep_embed(<target> <namespace> <base folder> FILES...): a static library with the files inside, looked up by their
# path below the base folder (header assets/embedded.h). Regenerated when a file changes.

function(kamerloep_embed target namespace base)
  set(out ${CMAKE_BINARY_DIR}/assets/${target}.cpp)
  list(JOIN ARGN "\n" listing)
  file(GENERATE OUTPUT ${out}.list CONTENT "${listing}\n")
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -D LIST=${out}.list -D OUT=${out} -D NAMESPACE=${namespace} -D BASE=${base}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${ARGN} ${out}.list ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    COMMENT "Embedding ${target}" VERBATIM)
  add_library(${target} STATIC ${out})
  target_compile_features(${target} PUBLIC cxx_std_23)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/cmake/include)
  target_compile_options(${target} PRIVATE -w -fno-exceptions -fno-rtti)
endfunction()

# Where tools/prepare put the subset fonts (it makes the same key), empty when it did not.
file(READ ${PROJECT_SOURCE_DIR}/tools/fonts.mjs fonts_recipe)
file(READ ${PROJECT_SOURCE_DIR}/tools/package-lock.json fonts_versions)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/tools/fonts.mjs ${PROJECT_SOURCE_DIR}/tools/package-lock.json)
string(SHA256 kl_fonts "${fonts_recipe}${fonts_versions}")
string(SUBSTRING "${kl_fonts}" 0 12 kl_fonts)
set(kl_fonts ${kl_cache}/fonts-${kl_fonts})
file(GLOB kl_font_files CONFIGURE_DEPENDS ${kl_fonts}/*.ttf)
if(NOT kl_font_files)
  if(EMSCRIPTEN)  # a page without them would break off when it starts to draw
    message(FATAL_ERROR "No fonts: run tools/prepare fonts")
  endif()
  message(STATUS "No fonts: run tools/prepare fonts before building a window")
endif()

file(GLOB vocabularies CONFIGURE_DEPENDS assets/vocab/*.tsv assets/ui/*.tsv)
if(EMSCRIPTEN)  # every byte is downloaded (tools/site.mjs takes assets/ui/later/*.tsv, which the page loads when it needs them)
  list(FILTER vocabularies EXCLUDE REGEX "ui/native_strings.tsv$")
endif()
kamerloep_embed(kl_assets kl::assets ${PROJECT_SOURCE_DIR}/assets ${vocabularies})
kamerloep_embed(kl_assets_fonts kl::assets::fonts ${kl_fonts} ${kl_font_files})
# Natively; the page loads documents as files (and its benchmark takes these).
file(GLOB documents CONFIGURE_DEPENDS assets/documents/*)
kamerloep_embed(kl_assets_documents kl::assets::documents ${PROJECT_SOURCE_DIR}/assets/documents ${documents})
