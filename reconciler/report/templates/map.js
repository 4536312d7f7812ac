"use strict";
// Each map is moved and scaled by its viewBox alone: buttons, keys (+ - 0 and arrows), dragging, Ctrl with the wheel.
(() => {
  const STEP = 1.3;
  const CLOSEST = 12;
  for (const map of document.querySelectorAll(".map")) {
    const view = map.querySelector(".map-view");
    const svg = view.querySelector("svg");
    const { x, y, width, height } = svg.viewBox.baseVal;
    const whole = { x, y, width, height };
    let now = { ...whole };

    function show() {
      now.x = Math.min(Math.max(now.x, whole.x - now.width / 2), whole.x + whole.width - now.width / 2);
      now.y = Math.min(Math.max(now.y, whole.y - now.height / 2), whole.y + whole.height - now.height / 2);
      svg.setAttribute("viewBox", [now.x, now.y, now.width, now.height].map((n) => n.toFixed(1)).join(" "));
    }
    function zoom(factor, atX = 0.5, atY = 0.5) {
      const width = Math.min(Math.max(now.width / factor, whole.width / CLOSEST), whole.width);
      const height = (width / whole.width) * whole.height;
      now = { x: now.x + (now.width - width) * atX, y: now.y + (now.height - height) * atY, width, height };
      show();
    }
    function move(right, down) {
      now.x += right * now.width;
      now.y += down * now.height;
      show();
    }
    const actions = {
      in: () => zoom(STEP),
      out: () => zoom(1 / STEP),
      reset: () => {
        now = { ...whole };
        show();
      },
    };
    const keys = {
      "+": actions.in, ";": actions.in, "=": actions.in, "-": actions.out, "0": actions.reset,
      ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0),
      ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
    };
    view.addEventListener("keydown", (event) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
    for (const button of map.querySelectorAll("button")) button.addEventListener("click", actions[button.dataset.do]);
    view.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(event.deltaY < 0 ? STEP : 1 / STEP, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }, { passive: false });
    let held = null;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      held = { x: event.clientX, y: event.clientY };
      svg.setPointerCapture(event.pointerId);
      svg.classList.add("held");
    });
    svg.addEventListener("pointermove", (event) => {
      if (!held) return;
      const box = svg.getBoundingClientRect();
      move((held.x - event.clientX) / box.width, (held.y - event.clientY) / box.height);
      held = { x: event.clientX, y: event.clientY };
    });
    for (const name of ["pointerup", "pointercancel"]) {
      svg.addEventListener(name, () => {
        held = null;
        svg.classList.remove("held");
      });
    }
    view.tabIndex = 0;
    map.querySelector(".map-bar").hidden = false;
  }
  window.addEventListener("beforeprint", () => {
    for (const sheet of document.querySelectorAll(".map-sheet")) sheet.open = true;
  });
})();
