/** The stream cipher of Office 97–2003 ([MS-OFFCRYPTO] 2.3.5, 2.3.6): OpenSSL has given it up, old files have not. */

/** `data` with the key stream that begins `skip` bytes in; the cipher is its own inverse. */
export function rc4(key: Uint8Array, data: Uint8Array, skip = 0): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => {
    const kept = state[i]!;
    state[i] = state[j]!;
    state[j] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  const out = new Uint8Array(data.length);
  for (let n = -skip, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    if (n >= 0) out[n] = data[n]! ^ state[(state[i]! + state[j]!) & 255]!;
  }
  return out;
}
