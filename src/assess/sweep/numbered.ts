// Things under numbers, in order of appearance: by a key in words, or sets of numbers by what they hold.

export class Numbered<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();

  /** The number of the entry with that key, which is made where there is none. */
  number(key: string, make: () => T): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.all.push(make()) - 1;
    this.#known.set(key, number);
    return number;
  }
}

/** Sets of small whole numbers. Each holds its members in the order in which they were first put together. */
export class NumberedSets {
  readonly all: (readonly number[])[] = [];
  readonly #byHash = new Map<number, number[]>();
  /** Members of the set that is being put together carry the present stamp. */
  #stamps = new Uint32Array(1024);
  #stamp = 0;
  readonly #members: number[] = [];
  #hash = 0;

  /** Begins an empty set. */
  start(): void {
    this.#members.length = 0;
    this.#hash = 0;
    this.#stamp++;
  }

  add(list: readonly number[]): void {
    for (const member of list) {
      if (member >= this.#stamps.length) this.#grow(member);
      if (this.#stamps[member] === this.#stamp) continue;
      this.#stamps[member] = this.#stamp;
      this.#members.push(member);
      // Any order of members has the same sum, which stays exact.
      this.#hash += mixed(member);
    }
  }

  /** The number of the set that was put together. */
  end(): number {
    const same = this.#byHash.get(this.#hash);
    const known = same?.find((number) => this.#isSame(this.all[number] ?? []));
    if (known !== undefined) return known;
    const number = this.all.push(this.#members.slice()) - 1;
    if (same === undefined) this.#byHash.set(this.#hash, [number]);
    else same.push(number);
    return number;
  }

  #isSame(other: readonly number[]): boolean {
    if (other.length !== this.#members.length) return false;
    for (const member of other) if (this.#stamps[member] !== this.#stamp) return false;
    return true;
  }

  #grow(member: number): void {
    const more = new Uint32Array(2 * Math.max(member, this.#stamps.length));
    more.set(this.#stamps);
    this.#stamps = more;
  }
}

/** 32 bits in which neighbours have nothing in common. */
function mixed(member: number): number {
  const x = Math.imul(member + 1, 0x85eb_ca6b);
  const y = Math.imul(x ^ (x >>> 15), 0xc2b2_ae35);
  return (y ^ (y >>> 13)) >>> 0;
}
