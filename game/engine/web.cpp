#include "game/engine/web.h"

#include <emscripten.h>

#include <cstdlib>

namespace sui::engine::web {
namespace {

// clang-format off
EM_JS(void, sui_keep_files, (), { if (Module['keepSaves']) Module['keepSaves'](); });

EM_JS(char*, sui_language, (), {
  var text = navigator.language || 'zh';
  var size = lengthBytesUTF8(text) + 1, out = _malloc(size);
  stringToUTF8(text, out, size);
  return out;
});

EM_JS(int, sui_reduced_motion, (), {
  return window.matchMedia && window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 0;
});

EM_JS(int, sui_draws_in_software, (), {
  var gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 0;
  var names = gl.getExtension('WEBGL_debug_renderer_info');
  var renderer = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER) || String();
  var lose = gl.getExtension('WEBGL_lose_context');
  if (lose) lose.loseContext();
  return /SwiftShader|llvmpipe|Software|Basic Render/i.test(renderer) ? 1 : 0;
});

EM_JS(double, sui_safe_inset, (int side), {
  if (!Module['safeProbe']) {
    var probe = document.createElement('div');
    probe.style.cssText = 'position:fixed;visibility:hidden;pointer-events:none;padding:env(safe-area-inset-top) ' +
        'env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)';
    document.body.appendChild(probe);
    Module['safeProbe'] = probe;
  }
  var style = getComputedStyle(Module['safeProbe']);
  return parseFloat([style.paddingLeft, style.paddingTop, style.paddingRight, style.paddingBottom][side]) || 0;
});

// The keyboard of a phone rises only for an input element, and input methods only work in one. It lies unseen over the
// field; what is typed is taken out of it at once.
EM_JS(void, sui_show_keyboard, (int wanted, double x, double y, double w, double h), {
  var input = Module['keyboardInput'];
  if (!input) {
    input = Module['keyboardInput'] = document.createElement('input');
    input.autocomplete = 'off';
    input.setAttribute('autocapitalize', 'off');
    input.style.cssText = 'position:fixed;opacity:0;border:0;padding:0;font-size:16px;z-index:5;pointer-events:none';
    document.body.appendChild(input);
    Module['typedText'] = String();
    Module['composingText'] = String();
    var take = function() {
      var text = input.value.slice(1);
      if (!input.value.length) text = '\b';
      Module['typedText'] += text;
      input.value = ' ';
    };
    input.addEventListener('compositionupdate', function(e) { Module['composingText'] = e.data || String(); });
    input.addEventListener('compositionend', function() { Module['composingText'] = String(); take(); });
    input.addEventListener('input', function(e) { if (!e.isComposing) take(); });
    input.addEventListener('keydown', function(e) {
      e.stopPropagation();
      if (e.key === 'Enter' && !e.isComposing) Module['typedText'] += '\n';
    });
    input.addEventListener('keyup', function(e) { e.stopPropagation(); });
    input.addEventListener('keypress', function(e) { e.stopPropagation(); });
  }
  if (!wanted) { input.blur(); if (Module['canvas']) Module['canvas'].focus(); return; }
  input.style.left = x + 'px';
  input.style.top = y + 'px';
  input.style.width = w + 'px';
  input.style.height = h + 'px';
  input.value = ' ';  // one space, so that a backspace has something to take
  input.focus();
});

EM_JS(char*, sui_take_text, (int composing), {
  var text = Module[composing ? 'composingText' : 'typedText'] || String();
  if (!composing) Module['typedText'] = String();
  var size = lengthBytesUTF8(text) + 1, out = _malloc(size);
  stringToUTF8(text, out, size);
  return out;
});

// The sheet of people and places opens only right after a touch, and only where files may be shared.
EM_JS(int, sui_share, (const char* name, const uint8_t* bytes, int size), {
  var called = UTF8ToString(name);
  var file = new File([HEAPU8.slice(bytes, bytes + size)], called, { type: 'image/png' });
  var save = function() {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = called;
    link.click();
    setTimeout(function() { URL.revokeObjectURL(link.href); }, 60000);
  };
  if (navigator.canShare && navigator.canShare({ files: [file] })) {
    navigator.share({ files: [file] }).catch(function(e) { if (e.name !== 'AbortError') save(); });
    return 1;
  }
  save();
  return 0;
});

EM_JS(void, sui_vibrate, (int milliseconds), { if (navigator.vibrate) navigator.vibrate(milliseconds); });
// clang-format on

std::string taken(char* text) {
  std::string out = text == nullptr ? std::string() : std::string(text);
  std::free(text);
  return out;
}

}  // namespace

void keep_files() {
  sui_keep_files();
}
std::string language() {
  return taken(sui_language());
}
bool wants_reduced_motion() {
  return sui_reduced_motion() != 0;
}
bool draws_in_software() {
  return sui_draws_in_software() != 0;
}
Rect safe_insets() {
  const auto side = [](int which) { return static_cast<float>(sui_safe_inset(which)); };
  return {side(0), side(1), side(2), side(3)};
}
void show_keyboard(bool wanted, Rect field) {
  sui_show_keyboard(wanted ? 1 : 0, static_cast<double>(field.x), static_cast<double>(field.y),
                    static_cast<double>(field.w), static_cast<double>(field.h));
}
std::string take_typed() {
  return taken(sui_take_text(0));
}
std::string composing() {
  return taken(sui_take_text(1));
}
bool share(const std::string& name, const std::vector<uint8_t>& png) {
  return sui_share(name.c_str(), png.data(), static_cast<int>(png.size())) != 0;
}
void vibrate(int milliseconds) {
  sui_vibrate(milliseconds);
}

}  // namespace sui::engine::web
