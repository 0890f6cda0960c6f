// Numbers for distinct keys of a few words each, in order of appearance: a hash table over typed arrays.

/** Slots are kept at most half full. */
const FIRST_SLOTS = 1 << 12;

export class KeyTable {
  readonly #words: number;
  #keys: Float64Array;
  /** The key that is asked for, written together. */
  readonly #asked: Float64Array;
  #count = 0;
  /** Number of the key in a slot, plus one; 0: free. */
  #slots: Uint32Array;

  /** `slots`: of a table that starts small; a power of two. */
  constructor(words: number, slots = FIRST_SLOTS) {
    this.#words = words;
    this.#asked = new Float64Array(words);
    this.#slots = new Uint32Array(slots);
    this.#keys = new Float64Array((slots / 2) * words);
  }

  get count(): number {
    return this.#count;
  }

  /** All keys in the order of their numbers, word by word. */
  keys(): Float64Array {
    return this.#keys.slice(0, this.#count * this.#words);
  }

  /** One word of the key with that number. */
  wordOf(number: number, word: number): number {
    return this.#keys[number * this.#words + word] ?? 0;
  }

  /** The number of the key whose words stand at `at` of each column. */
  numberOf(columns: readonly Float64Array[], at: number): number {
    if (this.#words === 1) return this.#find(columns[0]?.[at] ?? 0);
    for (let word = 0; word < this.#words; word++) this.#asked[word] = columns[word]?.[at] ?? 0;
    return this.numberOfWords(this.#asked, 0);
  }

  /** The number of the key whose words stand from `from` on. */
  numberOfWords(from: Float64Array, at: number): number {
    if (this.#words === 1) return this.#find(from[at] ?? 0);
    let hash = 0;
    for (let word = 0; word < this.#words; word++) hash = mixed(hash, from[at + word] ?? 0);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] ?? 1) - 1;
      if (this.#isKey(number, from, at)) return number;
    }
    return this.#add(slot, from.subarray(at, at + this.#words));
  }

  #find(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = mixed(0, key) & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] ?? 1) - 1;
      if (this.#keys[number] === key) return number;
    }
    return this.#add(slot, Float64Array.of(key));
  }

  #isKey(number: number, from: Float64Array, at: number): boolean {
    for (let word = 0; word < this.#words; word++)
      if (this.#keys[number * this.#words + word] !== from[at + word]) return false;
    return true;
  }

  #add(slot: number, key: Float64Array): number {
    const number = this.#count++;
    this.#slots[slot] = number + 1;
    this.#keys.set(key, number * this.#words);
    if (2 * this.#count >= this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const old = this.#keys;
    const slots = 2 * this.#slots.length;
    this.#slots = new Uint32Array(slots);
    this.#keys = new Float64Array((slots / 2) * this.#words);
    this.#keys.set(old);
    for (let number = 0; number < this.#count; number++) {
      let hash = 0;
      for (let word = 0; word < this.#words; word++)
        hash = mixed(hash, this.#keys[number * this.#words + word] ?? 0);
      let slot = hash & (slots - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (slots - 1);
      this.#slots[slot] = number + 1;
    }
  }
}

/** Both halves of a whole number below 2^53, well mixed. */
function mixed(hash: number, key: number): number {
  const high = Math.floor(key / 2 ** 32);
  let x = Math.imul((key - high * 2 ** 32) ^ Math.imul(high, 0x9e37_79b1) ^ hash, 0x85eb_ca6b);
  x = Math.imul(x ^ (x >>> 15), 0xc2b2_ae35);
  return (x ^ (x >>> 13)) >>> 0;
}
