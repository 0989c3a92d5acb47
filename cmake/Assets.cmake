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
