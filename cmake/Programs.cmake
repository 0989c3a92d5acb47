# The programs: command line, desktop window, web page.
kamerloep_room(shell DEPENDS ui LIBS sdl2 imgui_backends)

# kamerloep_program(<target> [LINK <libraries>] SOURCES...): skipped, with a word, while its sources are not there yet.
function(kamerloep_program target)
  cmake_parse_arguments(program "" "" "LINK;SOURCES" ${ARGN})
  if(NOT program_SOURCES)
    message(STATUS "No sources yet for ${target}")
    return()
  endif()
  add_executable(${target} ${program_SOURCES})
  target_link_libraries(${target} PRIVATE kl_our_code ${program_LINK})
endfunction()

if(NOT EMSCRIPTEN)
  file(GLOB cli CONFIGURE_DEPENDS src/cli/*.cpp)
  kamerloep_program(kamerloep SOURCES ${cli} LINK kl_app kl3_cli11)
endif()
