# SDL2 as the target kl3_sdl2: the system's own natively (window and events are all we need), the pinned source for wasm.
if(NOT EMSCRIPTEN)
  find_package(SDL2 2.26 QUIET)
  if(SDL2_FOUND)
    add_library(kl3_sdl2 INTERFACE)
    target_link_libraries(kl3_sdl2 INTERFACE SDL2::SDL2)
  else()
    # No SDL2 on this machine: build the pinned one with its own CMake files, only window and events.
    message(STATUS "No SDL2 >= 2.26 found; building ${kl_version_sdl2}")
    kl_fetch(sdl2)
    set(SDL_SHARED OFF CACHE BOOL "" FORCE)
    set(SDL_TEST OFF CACHE BOOL "" FORCE)
    foreach(part AUDIO JOYSTICK HAPTIC HIDAPI SENSOR POWER RENDER)
      set(SDL_${part} OFF CACHE BOOL "" FORCE)
    endforeach()
    add_subdirectory(${kl_source_sdl2} ${CMAKE_BINARY_DIR}/sdl2 EXCLUDE_FROM_ALL)
    add_library(kl3_sdl2 INTERFACE)
    target_link_libraries(kl3_sdl2 INTERFACE SDL2-static)
  endif()
  return()
endif()

# wasm: SDL's sources directly, with the configuration file that SDL ships for Emscripten (its configure step alone would
# take minutes). Everything but window and events is left out, to save bytes.
kl_fetch(sdl2)
set(sdl ${kl_source_sdl2}/src)
file(GLOB sdl_sources
  ${sdl}/*.c ${sdl}/atomic/*.c ${sdl}/cpuinfo/*.c ${sdl}/events/*.c ${sdl}/file/*.c ${sdl}/libm/*.c ${sdl}/stdlib/*.c
  ${sdl}/thread/*.c ${sdl}/thread/generic/*.c ${sdl}/timer/*.c ${sdl}/timer/unix/*.c ${sdl}/loadso/dummy/*.c
  ${sdl}/misc/*.c ${sdl}/misc/emscripten/*.c ${sdl}/video/*.c ${sdl}/video/emscripten/*.c)
# Drawing in software: OpenGL draws here.
list(FILTER sdl_sources EXCLUDE REGEX "/video/SDL_(RLEaccel|blit[^/]*|bmp|fillrect|shape|stretch|surface|vulkan_utils|yuv)\\.c$|framebuffer\\.c$")
kl_third_party(sdl2 ${sdl_sources} ${CMAKE_CURRENT_LIST_DIR}/sdl2_left_out.c ${CMAKE_CURRENT_LIST_DIR}/sdl2_egl.c)
target_include_directories(kl3_sdl2 SYSTEM PUBLIC ${kl_source_sdl2}/include)
foreach(part AUDIO JOYSTICK HAPTIC HIDAPI SENSOR POWER RENDER)
  target_compile_definitions(kl3_sdl2 PRIVATE SDL_${part}_DISABLED=1)
endforeach()
# Lean: no software blitters, run-length surfaces or YUV; we draw with OpenGL alone.
target_compile_definitions(kl3_sdl2 PRIVATE SDL_LOADSO_DUMMY=1 SDL_LEAN_AND_MEAN=1
  vsnprintf=__small_vsnprintf)  # the one without 128-bit floating point
