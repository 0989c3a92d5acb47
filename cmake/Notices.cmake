# kamerloep_notices(<target> <output>): THIRD_PARTY_NOTICES.txt of what this build contains.
function(kamerloep_notices target out)
  set(parts
    "Dear ImGui ${kl_version_imgui}=${kl_source_imgui}/LICENSE.txt"
    "nlohmann/json ${kl_version_nlohmann_json}=${kl_source_nlohmann_json}/LICENSE.MIT"
    "utf8proc ${kl_version_utf8proc}=${kl_source_utf8proc}/LICENSE.md"
    "Snowball ${kl_version_snowball}=${kl_source_snowball}/COPYING"
    "pugixml ${kl_version_pugixml}=${kl_source_pugixml}/LICENSE.md"
    "zlib and minizip ${kl_version_zlib}=${kl_source_zlib}/LICENSE"
    "Gumbo ${kl_version_gumbo}=${kl_source_gumbo}/doc/COPYING")
  if(kl_source_sdl2)
    list(APPEND parts "SDL ${kl_version_sdl2}=${kl_source_sdl2}/LICENSE.txt")
  endif()
  if(EMSCRIPTEN)
    set(musl ${EMSCRIPTEN_ROOT_PATH}/system/lib/libc/musl/COPYRIGHT)
    if(EXISTS ${musl})
      list(APPEND parts "musl, the C library in the web build=${musl}")
    endif()
    # Emscripten, libc++ and compiler-rt: one file from the distribution or from emsdk.
    foreach(licence /usr/share/doc/emscripten/copyright ${EMSCRIPTEN_ROOT_PATH}/LICENSE)
      if(EXISTS ${licence})
        list(APPEND parts "Emscripten and the C++ library in the web build=${licence}")
        break()
      endif()
    endforeach()
    if(EXISTS ${PROJECT_SOURCE_DIR}/node_modules/pdfjs-dist/LICENSE)
      list(APPEND parts "pdf.js (loaded when a PDF is opened)=${PROJECT_SOURCE_DIR}/node_modules/pdfjs-dist/LICENSE")
    endif()
  else()
    list(APPEND parts "CLI11 ${kl_version_cli11}=${kl_source_cli11}/LICENSE")
    # Poppler is under the GPL: a program that is given to others with it is so too; -DKAMERLOEP_PDF=OFF leaves it out.
    if(KAMERLOEP_PDF AND EXISTS /usr/share/doc/libpoppler-cpp-dev/copyright)
      list(APPEND parts "Poppler ${KAMERLOEP_POPPLER_VERSION} (GPL, a system library, used unchanged)=/usr/share/doc/libpoppler-cpp-dev/copyright")
    endif()
  endif()
  set(packages ${PROJECT_SOURCE_DIR}/node_modules/@expo-google-fonts)
  foreach(font "Inter" "Source Serif 4")
    string(TOLOWER "${font}" folder)
    string(REPLACE " " "-" folder "${folder}")
    if(EXISTS ${packages}/${folder}/LICENSE_FONT)
      list(APPEND parts "${font}, subset (font)=${packages}/${folder}/LICENSE_FONT")
    endif()
  endforeach()
  find_program(KAMERLOEP_NODE node)
  if(NOT KAMERLOEP_NODE)
    message(STATUS "No Node: no THIRD_PARTY_NOTICES.txt in this build")
    return()
  endif()
  add_custom_command(OUTPUT ${out}
    COMMAND ${KAMERLOEP_NODE} ${PROJECT_SOURCE_DIR}/tools/notices.mjs ${out} ${parts}
    DEPENDS ${PROJECT_SOURCE_DIR}/tools/notices.mjs COMMENT "Collecting the licences" VERBATIM)
  add_custom_target(${target} ALL DEPENDS ${out})
endfunction()
