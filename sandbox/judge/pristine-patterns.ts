/**
 * The methods of patterns as they were at the start. The engine's own ask the pattern for `exec`, `flags` and its constructor,
 * which untrusted code may have patched by then; these give them a copy of the pattern that has pristine ones of its own.
 */

type AnyFunction = (...args: unknown[]) => unknown;
type Exec = (this: RegExp, text: string) => RegExpExecArray | null;

const FLAGS: readonly [string, string][] = [
  ["d", "hasIndices"], ["g", "global"], ["i", "ignoreCase"], ["m", "multiline"], ["s", "dotAll"], ["u", "unicode"], ["v", "unicodeSets"], ["y", "sticky"],
];

/** `RegExp.prototype.flags` asks other properties, which may have been patched by the time; this one asks them as they were. */
export function pristineFlags(): (this: RegExp) => string {
  const { apply, getOwnPropertyDescriptor } = Reflect;
  const parts: [string, (() => unknown) | undefined][] = [];
  for (const [letter, name] of FLAGS) {
    parts.push([letter, getOwnPropertyDescriptor(RegExp.prototype, name)?.get]);
  }
  return function (this: RegExp): string {
    let flags = "";
    for (let i = 0; i < parts.length; i += 1) {
      const part = parts[i] as [string, (() => unknown) | undefined];
      if (part[1] !== undefined && apply(part[1], this, []) === true) flags += part[0];
    }
    return flags;
  };
}

/** Descriptors for `test`, `Symbol.match` and the other methods, by name. */
export function pristinePatterns(): Map<string | symbol, PropertyDescriptor> {
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const PatternOf = RegExp;
  const { prototype } = RegExp;
  const { matchAll: matchAllKey, species: speciesKey } = Symbol;
  const exec = prototype.exec as Exec;
  const flagsOf = pristineFlags();
  const sourceOf = getOwnPropertyDescriptor(prototype, "source")?.get as AnyFunction;
  const give = (object: object, key: string | symbol, value: unknown): void =>
    void defineProperty(object, key, { __proto__: null, value, writable: true, configurable: true } as PropertyDescriptor);

  /** A class derived from RegExp, or a single pattern, may have an `exec` of its own: then it is what its author made it. */
  function hasOwnExec(pattern: object): boolean {
    for (let at: object | null = pattern; at !== null && at !== prototype; at = getPrototypeOf(at)) {
      if (getOwnPropertyDescriptor(at, "exec") !== undefined) return true;
    }
    return false;
  }
  function copy(source: unknown, flags: string): RegExp {
    const made = new PatternOf(source as string, flags);
    give(made, "exec", exec);
    give(made, "flags", flags);
    for (let n = 0; n < FLAGS.length; n += 1) {
      const pair = FLAGS[n] as readonly [string, string];
      const letter = pair[0], name = pair[1];
      let found = false;
      for (let i = 0; i < flags.length; i += 1) if (flags[i] === letter) found = true;
      give(made, name, found);
    }
    // `split` and `matchAll` make another one of these.
    const species = { __proto__: null };
    give(species, speciesKey, function (_: unknown, more: string) { return copy(source, more); });
    give(made, "constructor", species);
    return made;
  }

  const table = new Map<string | symbol, PropertyDescriptor>();
  for (const name of ["test", Symbol.match, Symbol.matchAll, Symbol.replace, Symbol.search, Symbol.split] as const) {
    const original = (prototype as unknown as Record<string | symbol, AnyFunction>)[name] as AnyFunction;
    const { length } = original;
    const method = {
      call(this: RegExp, ...args: unknown[]): unknown {
        if (hasOwnExec(this)) return apply(original, this, args);
        const made = copy(apply(sourceOf, this, []), apply(flagsOf, this, []));
        made.lastIndex = this.lastIndex;
        const answer: unknown = apply(original, made, args);
        if (name !== matchAllKey) this.lastIndex = made.lastIndex;
        return answer;
      },
    }.call;
    defineProperty(method, "name", { value: typeof name === "symbol" ? `[${String(name.description)}]` : name });
    defineProperty(method, "length", { value: length });
    table.set(name, { __proto__: null, value: method, writable: true, configurable: true } as PropertyDescriptor);
  }
  return table;
}
