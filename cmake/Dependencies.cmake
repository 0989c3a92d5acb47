# The third-party libraries, each as a target kl3_<name> without warnings of ours.
# Versions and commits stand in sources.lock. Sources come from, in this order: FETCHCONTENT_SOURCE_DIR_<NAME> given by
# hand, the folder that tools/prepare unpacked in the cache, a git clone of the pinned commit.
include(FetchContent)
set(FETCHCONTENT_QUIET ON)

if(DEFINED ENV{KAMERLOEP_CACHE})
  set(kl_cache "$ENV{KAMERLOEP_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(kl_cache "$ENV{XDG_CACHE_HOME}/kamerloep")
else()
  set(kl_cache "$ENV{HOME}/.cache/kamerloep")
endif()

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/sources.lock)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/sources.lock kl_lock REGEX "^[a-z]")
foreach(line IN LISTS kl_lock)
  string(REGEX REPLACE " +" ";" fields "${line}")
  list(GET fields 0 name)
  list(GET fields 1 kl_version_${name})
  list(GET fields 2 kl_repository_${name})
  list(GET fields 3 kl_commit_${name})
endforeach()

# Sets kl_source_<name>. The libraries' own CMake files are never run: we list the few sources that we need.
macro(kl_fetch name)
  string(TOUPPER ${name} upper)
  set(kl_unpacked "${kl_cache}/sources/${name}-${kl_version_${name}}")
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper} AND EXISTS "${kl_unpacked}")
    set(FETCHCONTENT_SOURCE_DIR_${upper} "${kl_unpacked}")
  endif()
  set(kl_address "${kl_repository_${name}}")
  if(NOT kl_address MATCHES "://")
    set(kl_address "https://github.com/${kl_address}.git")
  endif()
  FetchContent_Declare(${name} GIT_REPOSITORY "${kl_address}"
    GIT_TAG ${kl_commit_${name}} GIT_PROGRESS TRUE SOURCE_SUBDIR no-cmake-file-here)
  FetchContent_MakeAvailable(${name})
  FetchContent_GetProperties(${name} SOURCE_DIR kl_source_${name})
endmacro()

function(kl_third_party name)  # kl_third_party(name SOURCES... ) with kl3_<name> left to the caller to refine
  add_library(kl3_${name} STATIC ${ARGN})
  target_compile_options(kl3_${name} PRIVATE -w)
  set_target_properties(kl3_${name} PROPERTIES UNITY_BUILD OFF)
endfunction()

# --- header-only -------------------------------------------------------------------------------------------------
kl_fetch(nlohmann_json)
add_library(kl3_nlohmann_json INTERFACE)
target_include_directories(kl3_nlohmann_json SYSTEM INTERFACE ${kl_source_nlohmann_json}/include)
# The rooms are compiled without exceptions; said everywhere, so that all translation units see the same library.
target_compile_definitions(kl3_nlohmann_json INTERFACE JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0)

if(NOT EMSCRIPTEN)
  kl_fetch(doctest)
  add_library(kl3_doctest INTERFACE)
  target_include_directories(kl3_doctest SYSTEM INTERFACE ${kl_source_doctest}/doctest)

  kl_fetch(cli11)
  add_library(kl3_cli11 INTERFACE)
  target_include_directories(kl3_cli11 SYSTEM INTERFACE ${kl_source_cli11}/include)
endif()

# --- programs that run during the build: compiled by the host's cc, also when we cross-compile ---------------------
find_program(KAMERLOEP_HOST_CC NAMES cc gcc clang REQUIRED DOC "C compiler for programs that run during the build")
# Cross builds set CFLAGS and the like for the target; the host's compiler must not see them.
set(kl_host_cc ${CMAKE_COMMAND} -E env --unset=CFLAGS --unset=LDFLAGS ${KAMERLOEP_HOST_CC} -O1 -w)

# --- Snowball: its compiler writes the stemmer as C ---------------------------------------------------------------
kl_fetch(snowball)
set(snowball_out ${CMAKE_BINARY_DIR}/snowball)
file(MAKE_DIRECTORY ${snowball_out})
file(GLOB snowball_compiler ${kl_source_snowball}/compiler/*.c)
add_custom_command(OUTPUT ${snowball_out}/snowball
  COMMAND ${kl_host_cc} -o ${snowball_out}/snowball ${snowball_compiler}
  COMMENT "Building the Snowball compiler" VERBATIM)
add_custom_command(OUTPUT ${snowball_out}/stem_dutch.c ${snowball_out}/stem_dutch.h
  COMMAND ${snowball_out}/snowball ${kl_source_snowball}/algorithms/kraaij_pohlmann.sbl
          -o ${snowball_out}/stem_dutch -eprefix dutch_UTF_8_ -r . -utf8
  DEPENDS ${snowball_out}/snowball ${kl_source_snowball}/algorithms/kraaij_pohlmann.sbl
  COMMENT "Generating the Dutch stemmer" VERBATIM)
set(MODULES_H ${CMAKE_CURRENT_LIST_DIR}/snowball_modules.h)
configure_file(${kl_source_snowball}/libstemmer/libstemmer_c.in ${snowball_out}/src/libstemmer.c @ONLY)
kl_third_party(snowball ${snowball_out}/src/libstemmer.c ${snowball_out}/stem_dutch.c ${snowball_out}/stem_dutch.h
  ${kl_source_snowball}/runtime/api.c ${kl_source_snowball}/runtime/utilities.c)
target_include_directories(kl3_snowball SYSTEM PUBLIC ${kl_source_snowball}/include
  PRIVATE ${snowball_out} ${kl_source_snowball}/runtime
  # libstemmer_c.in names its headers relative to its own folder.
  ${kl_source_snowball}/libstemmer)

# --- character classes and folding: tables made from utf8proc ------------------------------------------------------
include(${CMAKE_CURRENT_LIST_DIR}/UnicodeTables.cmake)

# --- what the readers of structured formats need -------------------------------------------------------------------
include(${CMAKE_CURRENT_LIST_DIR}/Readers.cmake)

if(KAMERLOEP_FUZZING)
  return()  # nothing is drawn
endif()

# --- SDL2 --------------------------------------------------------------------------------------------------------
include(${CMAKE_CURRENT_LIST_DIR}/Sdl2.cmake)

# --- Dear ImGui --------------------------------------------------------------------------------------------------
kl_fetch(imgui)
set(imgui ${kl_source_imgui})
kl_third_party(imgui ${imgui}/imgui.cpp ${imgui}/imgui_draw.cpp ${imgui}/imgui_widgets.cpp
  ${CMAKE_CURRENT_LIST_DIR}/imgui/instead.cpp)
target_include_directories(kl3_imgui SYSTEM PUBLIC ${imgui} ${CMAKE_CURRENT_LIST_DIR}/imgui)
target_compile_definitions(kl3_imgui PUBLIC IMGUI_USER_CONFIG="kamerloep_imconfig.h" PRIVATE KAMERLOEP_BUILDS_IMGUI)
target_compile_options(kl3_imgui PRIVATE -fno-exceptions -fno-rtti)

kl_third_party(imgui_backends ${imgui}/backends/imgui_impl_sdl2.cpp ${imgui}/backends/imgui_impl_opengl3.cpp)
target_include_directories(kl3_imgui_backends SYSTEM PUBLIC ${imgui}/backends)
target_compile_options(kl3_imgui_backends PRIVATE -fno-exceptions -fno-rtti)
target_compile_definitions(kl3_imgui_backends PRIVATE KAMERLOEP_BUILDS_IMGUI)
target_link_libraries(kl3_imgui_backends PUBLIC kl3_imgui kl3_sdl2)
if(EMSCRIPTEN)
  target_compile_definitions(kl3_imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
else()
  target_link_libraries(kl3_imgui_backends PUBLIC ${CMAKE_DL_LIBS})
endif()
