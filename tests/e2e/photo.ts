import sharp from 'sharp';

export type Photo = { name: string; mimeType: string; buffer: Buffer };

/** A photo as a phone would send it, drawn here: a wall, a window, and a bicycle; before, with a wire hung to it. */
export async function drawPhoto(name: string, wire = true): Promise<Photo> {
  const hung = wire ? '<path d="M310 380C330 560 560 520 720 760" fill="none" stroke="#22262b" stroke-width="9"/>' : '';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">
    <rect width="1280" height="960" fill="#d9c7a3"/><rect y="700" width="1280" height="260" fill="#8f8777"/>
    <rect x="180" y="140" width="260" height="240" fill="#5f7f95"/>${hung}
    <circle cx="720" cy="800" r="70" fill="none" stroke="#22262b" stroke-width="14"/>
    <circle cx="960" cy="800" r="70" fill="none" stroke="#22262b" stroke-width="14"/>
    <path d="M720 800L800 690H920L960 800" fill="none" stroke="#b5392b" stroke-width="16"/></svg>`;
  return {
    name: `${name}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await sharp(Buffer.from(drawing)).jpeg().toBuffer(),
  };
}
