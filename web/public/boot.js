// Runs before the first paint: the chosen theme and language must not flash.
;(function () {
  try {
    var mode = localStorage.getItem("batua.theme")
    if (mode === "light" || mode === "dark") document.documentElement.dataset.theme = mode
    var language = localStorage.getItem("batua.language")
    if (language) document.documentElement.lang = language
  } catch (_) {
    // Storage may be refused; the system's theme and English then stand.
  }
})()
