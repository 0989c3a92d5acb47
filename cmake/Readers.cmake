# Libraries of the readers of structured formats (src/read): XML, zip, HTML. None of them is in the page's main engine:
# a static library gives a program only what it calls.

# --- pugixml: XML to a tree, without exceptions, XPath and std::iostream ---------------------------------------------
kl_fetch(pugixml)
kl_third_party(pugixml ${kl_source_pugixml}/src/pugixml.cpp)
target_include_directories(kl3_pugixml SYSTEM PUBLIC ${kl_source_pugixml}/src)
target_compile_definitions(kl3_pugixml PUBLIC PUGIXML_NO_EXCEPTIONS PUGIXML_NO_XPATH PUGIXML_NO_STL)
target_compile_options(kl3_pugixml PRIVATE -fno-exceptions -fno-rtti)

# --- zlib, to inflate only, and minizip's unzip over memory ----------------------------------------------------------
kl_fetch(zlib)
set(minizip ${kl_source_zlib}/contrib/minizip)
kl_third_party(zlib ${kl_source_zlib}/adler32.c ${kl_source_zlib}/crc32.c ${kl_source_zlib}/inffast.c
  ${kl_source_zlib}/inflate.c ${kl_source_zlib}/inftrees.c ${kl_source_zlib}/zutil.c
  ${minizip}/unzip.c ${minizip}/ioapi.c)
target_include_directories(kl3_zlib SYSTEM PUBLIC ${kl_source_zlib} ${minizip})
target_compile_definitions(kl3_zlib PRIVATE NOUNCRYPT USE_FILE32API)

# --- gumbo: the parsing algorithm of HTML5 ---------------------------------------------------------------------------
kl_fetch(gumbo)
file(GLOB gumbo_sources ${kl_source_gumbo}/src/*.c)
kl_third_party(gumbo ${gumbo_sources})
target_include_directories(kl3_gumbo SYSTEM PUBLIC ${kl_source_gumbo}/src)

# --- Poppler: PDF, natively only (in the page it is pdf.js); the system's, for its fonts, filters and security fixes --
option(KAMERLOEP_PDF "Read PDF with Poppler (GPL): without it a PDF is a format that is not supported" ON)
add_library(kl3_poppler INTERFACE)
if(EMSCRIPTEN)
  set(KAMERLOEP_PDF OFF)
endif()
if(KAMERLOEP_PDF)
  find_package(PkgConfig)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(KAMERLOEP_POPPLER IMPORTED_TARGET poppler-cpp)
  endif()
  if(KAMERLOEP_POPPLER_FOUND)
    target_link_libraries(kl3_poppler INTERFACE PkgConfig::KAMERLOEP_POPPLER)
    target_compile_definitions(kl3_poppler INTERFACE KAMERLOEP_PDF)
  else()
    message(WARNING "No libpoppler-cpp-dev: this build does not read PDF")
    set(KAMERLOEP_PDF OFF)
  endif()
endif()
