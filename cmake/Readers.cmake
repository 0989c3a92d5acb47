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
