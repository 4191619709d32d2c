// How wide and high text is in this browser, in points: it tells whether two machines draw with the same fonts.
() => {
  const samples = {
    plain: ["400 17px system-ui, sans-serif", "Who would you like to be? ÄÖÜ ñ ł ş"],
    bold: ["700 17px system-ui, sans-serif", "Who would you like to be? ÄÖÜ ñ ł ş"],
    fixed: ["400 16px monospace", "Who would you like to be?"],
    cyrillic: ["400 17px system-ui, sans-serif", "Українська"],
    japanese: ["400 17px system-ui, sans-serif", "日本語"],
    signs: ["400 17px system-ui, sans-serif", "● » … ✓ 🙂"],
  };
  const line = document.createElement("span");
  document.body.append(line);
  const measured = Object.entries(samples).map(([name, [font, text]]) => {
    line.style.font = font;
    line.textContent = text;
    const { width, height } = line.getBoundingClientRect();
    return [name, `${Math.round(width)} x ${Math.round(height)}`];
  });
  line.remove();
  return Object.fromEntries(measured);
}
