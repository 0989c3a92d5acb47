// EGL for SDL in the page, over a WebGL 2 context of its canvas: one display, one configuration, one surface. Emscripten's own is
// written in JavaScript on its library for whole programs (main loop, full screen), 8 KB that a page would load for nothing.
#include <EGL/egl.h>
#include <emscripten/html5.h>

static void* const the_one = (void*)1;

EGLDisplay eglGetDisplay(EGLNativeDisplayType native) { return (void)native, the_one; }
EGLBoolean eglInitialize(EGLDisplay display, EGLint* major, EGLint* minor) {
    (void)display;
    if (major) *major = 1;
    if (minor) *minor = 4;
    return EGL_TRUE;
}
EGLBoolean eglTerminate(EGLDisplay display) { return (void)display, EGL_TRUE; }
EGLBoolean eglBindAPI(EGLenum api) { return (void)api, EGL_TRUE; }
EGLint eglGetError(void) { return EGL_SUCCESS; }
const char* eglQueryString(EGLDisplay display, EGLint name) { return (void)display, (void)name, ""; }

EGLBoolean eglChooseConfig(EGLDisplay display, const EGLint* wanted, EGLConfig* configs, EGLint room, EGLint* count) {
    (void)display, (void)wanted;
    if (configs && room > 0) configs[0] = the_one;
    *count = 1;
    return EGL_TRUE;
}
EGLBoolean eglGetConfigAttrib(EGLDisplay display, EGLConfig config, EGLint name, EGLint* value) {
    (void)display, (void)config;
    *value = name == EGL_RED_SIZE || name == EGL_GREEN_SIZE || name == EGL_BLUE_SIZE ? 8 : 0;
    return EGL_TRUE;
}
EGLSurface eglCreateWindowSurface(EGLDisplay display, EGLConfig config, EGLNativeWindowType window, const EGLint* wanted) {
    return (void)display, (void)config, (void)window, (void)wanted, the_one;
}
EGLBoolean eglDestroySurface(EGLDisplay display, EGLSurface surface) { return (void)display, (void)surface, EGL_TRUE; }

EGLContext eglCreateContext(EGLDisplay display, EGLConfig config, EGLContext shared, const EGLint* wanted) {
    (void)display, (void)config, (void)shared, (void)wanted;
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = EM_FALSE;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &attributes);
    return context > 0 ? (EGLContext)context : EGL_NO_CONTEXT;
}
EGLBoolean eglDestroyContext(EGLDisplay display, EGLContext context) {
    (void)display;
    return emscripten_webgl_destroy_context((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context) == EMSCRIPTEN_RESULT_SUCCESS;
}
EGLBoolean eglMakeCurrent(EGLDisplay display, EGLSurface draw, EGLSurface read, EGLContext context) {
    (void)display, (void)draw, (void)read;
    return emscripten_webgl_make_context_current((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context) == EMSCRIPTEN_RESULT_SUCCESS;
}
// The browser shows what was drawn when its turn comes.
EGLBoolean eglSwapBuffers(EGLDisplay display, EGLSurface surface) { return (void)display, (void)surface, EGL_TRUE; }
EGLBoolean eglSwapInterval(EGLDisplay display, EGLint interval) { return (void)display, (void)interval, EGL_TRUE; }
EGLBoolean eglWaitGL(void) { return EGL_TRUE; }
EGLBoolean eglWaitNative(EGLint engine) { return (void)engine, EGL_TRUE; }
