interface QrPicture {
  title: string;
  amount: string;
  lines: string[];
  fileName: string;
}

const WIDTH = 1080;
const CODE = 900;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';

/** Draws the code with what must be known beside it (amount, deadline, whose bill) and offers it as a PNG file. */
export function saveQrPicture(code: HTMLCanvasElement, { title, amount, lines, fileName }: QrPicture): void {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 1260 + lines.length * 56;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#14212b';
  context.textAlign = 'center';
  const write = (text: string, y: number, font: string) => {
    context.font = `${font} ${FONT}`;
    context.fillText(text, WIDTH / 2, y, WIDTH - 80);
  };
  write('QRIS', 96, '800 64px');
  write(title, 164, '600 42px');
  context.imageSmoothingEnabled = false;
  context.drawImage(code, (WIDTH - CODE) / 2, 190, CODE, CODE);
  write(amount, 1170, '700 72px');
  lines.forEach((line, index) => {
    write(line, 1240 + index * 56, '400 36px');
  });
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = fileName;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 10_000);
  }, 'image/png');
}
