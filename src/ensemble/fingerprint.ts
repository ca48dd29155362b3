export interface Fingerprint {
  readonly add: (cells: Float64Array) => void;
  /** Eight hexadecimal digits. */
  readonly result: () => string;
}

/** FNV-1a, 32 bit, over the bytes of cells given piece by piece; every NaN counts as the same. */
export function fingerprinting(): Fingerprint {
  let h = 0x811c9dc5;
  const one = new Float64Array(1);
  const bytes = new Uint8Array(one.buffer);
  return {
    add: (cells) => {
      for (const v of cells) {
        one[0] = v;
        if (Number.isNaN(v)) bytes.fill(0xff);
        for (let b = 0; b < 8; b++) h = Math.imul(h ^ (bytes[b] ?? 0), 0x01000193);
      }
    },
    result: () => (h >>> 0).toString(16).padStart(8, '0'),
  };
}

/** The fingerprint of whole columns, one after the other. */
export function fingerprint(columns: readonly Float64Array[]): string {
  const all = fingerprinting();
  for (const column of columns) all.add(column);
  return all.result();
}
