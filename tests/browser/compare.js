// Two pictures, point by point: how many points differ clearly, and a third picture that shows where.
async ({ expected, actual, clearly }) => {
  const decoded = async (png) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0))]));
  const [old, now] = await Promise.all([decoded(expected), decoded(actual)]);
  const width = Math.max(old.width, now.width);
  const height = Math.max(old.height, now.height);
  const canvas = () => Object.assign(document.createElement("canvas"), { width, height });
  const points = (picture) => {
    const brush = canvas().getContext("2d");
    brush.drawImage(picture, 0, 0);
    return brush.getImageData(0, 0, width, height).data;
  };
  const before = points(old);
  const after = points(now);
  const marked = canvas();
  const brush = marked.getContext("2d");
  brush.globalAlpha = 0.25;
  brush.drawImage(now, 0, 0);
  brush.globalAlpha = 1;
  brush.fillStyle = "#e0005a";
  let different = 0;
  for (let at = 0; at < before.length; at += 4) {
    if (![0, 1, 2, 3].some((part) => Math.abs(before[at + part] - after[at + part]) > clearly)) continue;
    different += 1;
    brush.fillRect((at / 4) % width, Math.floor(at / 4 / width), 1, 1);
  }
  const size = (picture) => `${picture.width} x ${picture.height}`;
  return { different, was: size(old), is: size(now), marked: marked.toDataURL("image/png").split(",")[1] };
}
