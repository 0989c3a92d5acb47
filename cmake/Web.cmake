# kamerloep_page(<target> <output name>): links an ES module + wasm with the flags that every page of ours has.
#   no eval and no `new Function`, so that a strict Content-Security-Policy holds; no file system, no threads
function(kamerloep_page target name)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .mjs)
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
  target_link_options(${target} PRIVATE
    -Oz -flto -fno-exceptions -fno-rtti
    -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sMALLOC=emmalloc -sASSERTIONS=0 -sINCOMING_MODULE_JS_API=canvas,locateFile,wasmBinary,instantiateWasm,print,printErr,onAbort
    ${ARGN})
endfunction()
