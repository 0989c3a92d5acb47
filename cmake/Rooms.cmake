# kamerloep_room(<name> [DEPENDS <rooms>] [LIBS <third party>]): the static library kl_<name> from src/<name>/*.cpp.
# A room without a .cpp yet is headers only. Main programs (cli, desktop*.cpp, web*.cpp) are executables, not rooms.

add_library(kl_our_code INTERFACE)  # how our own code is compiled
target_compile_features(kl_our_code INTERFACE cxx_std_23)
target_compile_options(kl_our_code INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  # Part of -Wconversion in Clang, not in GCC: one rule for both.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>
  # GCC 12 sees overlaps in std::string that are not there (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

function(kamerloep_room name)
  cmake_parse_arguments(room "" "" "DEPENDS;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/(desktop|web)[^/]*\\.cpp$")
  if(NOT KAMERLOEP_PDF)
    list(FILTER sources EXCLUDE REGEX "/read/pdf\\.cpp$")
  endif()
  list(TRANSFORM room_DEPENDS PREPEND kl_)
  list(TRANSFORM room_LIBS PREPEND kl3_)
  if(sources)
    add_library(kl_${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(kl_${name} PRIVATE kl_our_code)
    target_compile_options(kl_${name} PRIVATE -fno-exceptions -fno-rtti)
  else()
    add_library(kl_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_compile_features(kl_${name} ${scope} cxx_std_23)
  target_include_directories(kl_${name} ${scope} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(kl_${name} ${scope} ${room_DEPENDS} ${room_LIBS})
endfunction()
