/** The colours are those of shared/theme.css; the page around knows nothing of them. */
export const widgetStyle = `
:host { all: initial; color-scheme: light dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button, b { font: 600 16px/1 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
button {
  position: fixed; right: 20px; bottom: 20px; z-index: 2147483000;
  display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 0 22px 0 18px;
  border: 0; border-radius: 26px; background: #12574d; color: #fff; cursor: pointer;
  box-shadow: 0 2px 6px rgb(0 0 0 / 20%), 0 10px 28px rgb(0 0 0 / 22%);
}
button:hover { background: #0b433b; }
button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #12574d; }
svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
b {
  position: fixed; right: 14px; bottom: 58px; z-index: 2147483001; pointer-events: none;
  min-width: 24px; padding: 5px 7px; border-radius: 12px; background: #a93f1b; color: #fff; font-size: 14px; text-align: center;
}
.pane {
  position: fixed; right: 20px; bottom: 86px; z-index: 2147483000; overflow: hidden;
  width: 400px; height: min(680px, calc(100vh - 110px)); border-radius: 18px; background: #f5f2ea;
  box-shadow: 0 2px 8px rgb(0 0 0 / 16%), 0 18px 60px rgb(0 0 0 / 28%);
}
iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: normal; }
@media (prefers-color-scheme: dark) { .pane { background: #101716; } }
@media (max-width: 520px), (max-height: 480px) {
  .pane { inset: 0; width: auto; height: 100%; height: 100dvh; border-radius: 0; }
  :host([data-open]) button { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .pane { animation: rise 160ms ease-out; }
  @keyframes rise { from { opacity: 0; transform: translateY(10px); } }
}
`
