# kamerloep_page(<target> <output name> [more link options]): an ES module + wasm with the flags that every page of ours has.
#   no eval and no `new Function` (DYNAMIC_EXECUTION), so that a strict Content-Security-Policy holds; no files, no threads
#   INCOMING_MODULE_JS_API: what the page may pass in; without noExitRuntime the runtime ends when main returns
set(KAMERLOEP_WEB_LINK -Oz -flto -sASSERTIONS=0 CACHE STRING "Link flags of pages; the developer's loop has quicker ones")
function(kamerloep_page target name)
  target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/web_numbers.c)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .mjs)
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  target_link_options(${target} PRIVATE ${KAMERLOEP_WEB_LINK} -fno-exceptions -fno-rtti
    -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0 -sGL_TRACK_ERRORS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0 -sGL_EXTENSIONS_IN_PREFIXED_FORMAT=0 -sMALLOC=emmalloc
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,locateFile,noExitRuntime,onAbort,print,printErr,wasmBinary
    ${ARGN})
  if("-Oz" IN_LIST KAMERLOEP_WEB_LINK)
    target_link_options(${target} PRIVATE -sBINARYEN_EXTRA_PASSES=--converge)
  endif()
endfunction()
