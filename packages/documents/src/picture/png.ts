/** PNG → pixels, on white where it is transparent. */
import { convertIndexedToRgb, decode } from 'fast-png';
import { assureSize, type Pixels } from './pixels.ts';

const INCHES_A_METRE = 39.37;

/** @throws UnreadableInput `too-large`; what the decoder throws of damaged bytes */
export function pngPixels(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The size stands in the first chunk: it is looked at before anything unfolds.
  assureSize(view.getUint32(16), view.getUint32(20));
  const png = decode(bytes);
  const { width, height, depth, resolution, palette } = png;
  const channels = palette ? (palette[0]?.length ?? 3) : png.channels;
  const samples = palette ? convertIndexedToRgb(png) : eightBit(png.data, depth, width * png.channels);
  const dpi = resolution?.unit === 1 ? resolution.x / INCHES_A_METRE : undefined;
  return { width, height, dpi, ...onWhite(samples, channels, width * height) };
}

/** Samples of 1, 2, 4 or 16 bits as 8; rows of less than 8 begin at whole bytes. */
function eightBit(data: ArrayLike<number>, depth: number, perRow: number): Uint8Array {
  if (depth === 8) return data instanceof Uint8Array ? data : Uint8Array.from(data);
  if (depth === 16) return Uint8Array.from(data, (value) => value >> 8);
  const bytesPerRow = Math.ceil((perRow * depth) / 8);
  const rows = Math.floor(data.length / bytesPerRow);
  const out = new Uint8Array(rows * perRow);
  const most = 2 ** depth - 1;
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < perRow; i++) {
      const bit = i * depth;
      const value = (data[row * bytesPerRow + (bit >> 3)]! >> (8 - depth - (bit & 7))) & most;
      out[row * perRow + i] = (value * 255) / most;
    }
  return out;
}

/** Without the transparency that two or four samples a pixel have. */
function onWhite(data: Uint8Array, channels: number, count: number): Pick<Pixels, 'samples' | 'data'> {
  const samples = channels < 3 ? 1 : 3;
  if (channels === samples) return { samples, data };
  const out = new Uint8Array(count * samples);
  for (let i = 0; i < count; i++) {
    const alpha = data[i * channels + samples]! / 255;
    for (let s = 0; s < samples; s++) out[i * samples + s] = 255 - alpha * (255 - data[i * channels + s]!);
  }
  return { samples, data: out };
}
