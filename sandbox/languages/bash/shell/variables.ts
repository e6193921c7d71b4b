/** Variables: scalars, arrays and associative arrays, with attributes, local scopes and name references. */

export type Value = string | IndexedArray | Map<string, string> | null;

/** Elements in the order of their index. */
export class IndexedArray {
  private values: (string | undefined)[] = [];
  private sparse: Map<number, string> | null = null;

  static of(values: readonly string[]): IndexedArray {
    const array = new IndexedArray();
    array.values = [...values];
    return array;
  }
  clone(): IndexedArray {
    const copy = new IndexedArray();
    copy.values = this.values.slice();
    copy.sparse = this.sparse === null ? null : new Map(this.sparse);
    return copy;
  }
  get(index: number): string | undefined {
    return this.sparse === null ? this.values[index] : this.sparse.get(index);
  }
  set(index: number, value: string): void {
    // A far index must not cost a place for all before it.
    if (this.sparse === null && index > this.values.length + 10_000) {
      this.sparse = new Map(this.values.flatMap((one, at): [number, string][] => (one === undefined ? [] : [[at, one]])));
      this.values = [];
    }
    if (this.sparse === null) {
      for (let i = this.values.length; i < index; i += 1) this.values.push(undefined);
      this.values[index] = value;
    } else this.sparse.set(index, value);
  }
  delete(index: number): void {
    if (this.sparse !== null) this.sparse.delete(index);
    else if (index < this.values.length) {
      this.values[index] = undefined;
      while (this.values.length > 0 && this.values[this.values.length - 1] === undefined) this.values.pop();
    }
  }
  indices(): number[] {
    if (this.sparse !== null) return [...this.sparse.keys()].sort((a, b) => a - b);
    const indices: number[] = [];
    this.values.forEach((value, index) => {
      if (value !== undefined) indices.push(index);
    });
    return indices;
  }
  list(): string[] {
    if (this.sparse !== null) return this.indices().map((index) => (this.sparse as Map<number, string>).get(index) as string);
    return this.values.filter((value) => value !== undefined);
  }
  get size(): number {
    return this.sparse === null ? this.values.reduce((count: number, value) => (value === undefined ? count : count + 1), 0) : this.sparse.size;
  }
  /** One more than the highest index. */
  get end(): number {
    return this.sparse === null ? this.values.length : Math.max(-1, ...this.sparse.keys()) + 1;
  }
}

export interface Attributes {
  exported: boolean;
  readonly: boolean;
  integer: boolean;
  lower: boolean;
  upper: boolean;
  reference: boolean;
}
export interface Variable extends Attributes {
  value: Value;
  /** Declared as an array (or associative one) even while it has no value. */
  kind: "scalar" | "indexed" | "associative";
  /** Which store may write to it; others copy it first. */
  owner: object;
}
type Scope = Map<string, Variable>;

export class ReadonlyError extends Error {}
export class BadSubscript extends Error {}

const PLAIN: Attributes = { exported: false, readonly: false, integer: false, lower: false, upper: false, reference: false };
/** Longest text of one variable, characters. */
export const LONGEST_VALUE = 32 * 1024 * 1024;

export class Variables {
  private scopes: Scope[];
  private owner = {};
  /** Names whose values are made when they are read. */
  readonly dynamic: Map<string, () => Value>;

  constructor(scopes: Scope[] = [new Map()], dynamic = new Map<string, () => Value>()) {
    this.scopes = scopes;
    this.dynamic = dynamic;
  }

  /** An equal store that changes on its own, as a subshell needs. */
  fork(): Variables {
    const copy = new Variables(this.scopes.map((scope) => new Map(scope)), new Map(this.dynamic));
    // What both see belongs to neither from now on.
    this.owner = {};
    return copy;
  }

  push(): void {
    this.scopes.push(new Map());
  }
  pop(): void {
    this.scopes.pop();
  }
  get depth(): number {
    return this.scopes.length - 1;
  }

  /** The variable itself, without following references. */
  findRaw(name: string): Variable | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i -= 1) {
      const found = (this.scopes[i] as Scope).get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Where a name reference leads: another name, perhaps with a subscript. */
  resolve(name: string): { name: string; index: string | null } {
    let current = name;
    for (let steps = 0; steps < 20; steps += 1) {
      const variable = this.findRaw(current);
      if (variable === undefined || !variable.reference || typeof variable.value !== "string" || variable.value === "") return { name: current, index: null };
      const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(variable.value);
      if (element !== null) return { name: element[1] as string, index: element[2] as string };
      if (variable.value === current) return { name: current, index: null };
      current = variable.value;
    }
    return { name, index: null };
  }

  find(name: string): Variable | undefined {
    return this.findRaw(this.resolve(name).name);
  }

  /** The value as a scalar: an array's element 0. Undefined when unset. */
  get(name: string): string | undefined {
    const made = this.dynamic.get(name);
    if (made !== undefined) return asScalar(made());
    const variable = this.find(name);
    return variable === undefined ? undefined : asScalar(variable.value);
  }

  valueOf(name: string): Value {
    const made = this.dynamic.get(name);
    if (made !== undefined) return made();
    return this.find(name)?.value ?? null;
  }

  isAssociative(name: string): boolean {
    return this.find(name)?.kind === "associative";
  }

  /** The variable for writing: in the scope where it stands, else among the globals. */
  private own(name: string): Variable {
    for (let i = this.scopes.length - 1; i >= 0; i -= 1) {
      const scope = this.scopes[i] as Scope;
      const found = scope.get(name);
      if (found !== undefined) return this.claim(scope, name, found);
    }
    return this.create(this.scopes[0] as Scope, name);
  }
  private claim(scope: Scope, name: string, found: Variable): Variable {
    if (found.owner === this.owner) return found;
    const { value } = found;
    const copy: Variable = { ...found, owner: this.owner, value: value instanceof IndexedArray ? value.clone() : value instanceof Map ? new Map(value) : value };
    scope.set(name, copy);
    return copy;
  }
  private create(scope: Scope, name: string): Variable {
    const variable: Variable = { ...PLAIN, value: null, kind: "scalar", owner: this.owner };
    scope.set(name, variable);
    return variable;
  }

  private writable(name: string): Variable {
    const variable = this.own(name);
    if (variable.readonly) throw new ReadonlyError(`${name}: readonly variable`);
    return variable;
  }

  /** Sets a scalar, or an array's element 0. References are not followed here. */
  setRaw(name: string, text: string): void {
    this.dynamic.delete(name);
    const variable = this.writable(name);
    const value = convert(variable, text);
    if (value.length > LONGEST_VALUE) throw new RangeError("Invalid string length");
    if (variable.value instanceof IndexedArray) variable.value.set(0, value);
    else if (variable.value instanceof Map) variable.value.set("0", value);
    else if (variable.kind === "indexed") variable.value = IndexedArray.of([value]);
    else if (variable.kind === "associative") variable.value = new Map([["0", value]]);
    else variable.value = value;
  }

  setElement(name: string, key: string | number, text: string): void {
    const variable = this.writable(name);
    const value = convert(variable, text);
    if (value.length > LONGEST_VALUE) throw new RangeError("Invalid string length");
    if (typeof key === "string") {
      if (!(variable.value instanceof Map)) variable.value = new Map();
      variable.kind = "associative";
      variable.value.set(key, value);
      return;
    }
    const array = toIndexed(variable);
    const index = key < 0 ? array.end + key : key;
    if (index < 0) throw new BadSubscript(`${name}[${key}]: bad array subscript`);
    array.set(index, value);
  }

  /** Makes it an empty array of this kind. */
  clearArray(name: string, associative: boolean): void {
    this.dynamic.delete(name);
    const variable = this.writable(name);
    variable.value = associative ? new Map() : new IndexedArray();
    variable.kind = associative ? "associative" : "indexed";
  }

  /** The whole value at once. */
  setValue(name: string, value: Value): void {
    const variable = this.writable(name);
    variable.value = value;
    variable.kind = value instanceof Map ? "associative" : value instanceof IndexedArray ? "indexed" : "scalar";
  }

  unset(name: string): void {
    this.dynamic.delete(name);
    for (let i = this.scopes.length - 1; i >= 0; i -= 1) {
      const scope = this.scopes[i] as Scope;
      const found = scope.get(name);
      if (found === undefined) continue;
      if (found.readonly) throw new ReadonlyError(`${name}: cannot unset: readonly variable`);
      // A local that is unset stays local, without a value.
      if (i === this.scopes.length - 1 && i > 0) scope.set(name, { ...PLAIN, value: null, kind: "scalar", owner: this.owner });
      else scope.delete(name);
      return;
    }
  }

  unsetElement(name: string, key: string | number): void {
    if (this.findRaw(name) === undefined) return;
    const variable = this.writable(name);
    if (variable.value instanceof Map) variable.value.delete(String(key));
    else if (variable.value instanceof IndexedArray) {
      const index = Number(key);
      variable.value.delete(index < 0 ? variable.value.end + index : index);
    } else if (Number(key) === 0) variable.value = null;
  }

  /** A variable of the innermost function. `inherit` keeps the outer value. */
  declareLocal(name: string): Variable {
    const scope = this.scopes[this.scopes.length - 1] as Scope;
    const found = scope.get(name);
    return found === undefined ? this.create(scope, name) : this.claim(scope, name, found);
  }
  declareGlobal(name: string): Variable {
    const scope = this.scopes[0] as Scope;
    const found = scope.get(name);
    return found === undefined ? this.create(scope, name) : this.claim(scope, name, found);
  }
  declare(name: string): Variable {
    return this.own(name);
  }

  /** Sets a variable for one command only; the function puts things back. */
  setTemporarily(name: string, text: string): () => void {
    this.scopes.push(new Map());
    const scope = this.scopes[this.scopes.length - 1] as Scope;
    const variable = this.create(scope, name);
    variable.value = text;
    variable.exported = true;
    return () => {
      const at = this.scopes.lastIndexOf(scope);
      if (at >= 0) this.scopes.splice(at, 1);
    };
  }

  names(prefix = ""): string[] {
    const names = new Set<string>();
    for (const scope of this.scopes) for (const [name, { value }] of scope) if (name.startsWith(prefix) && value !== null) names.add(name);
    for (const name of this.dynamic.keys()) if (name.startsWith(prefix)) names.add(name);
    return [...names].sort();
  }

  /** Declared names, those without a value too. */
  declared(): string[] {
    const names = new Set<string>();
    for (const scope of this.scopes) for (const name of scope.keys()) names.add(name);
    return [...names].sort();
  }

  environment(): Record<string, string> {
    const all: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const scope of this.scopes) {
      for (const [name, { exported, value }] of scope) {
        if (exported && typeof value === "string") all[name] = value;
        else if (name in all) Reflect.deleteProperty(all, name);
      }
    }
    return all;
  }
}

function toIndexed(variable: Variable): IndexedArray {
  if (variable.value instanceof IndexedArray) return variable.value;
  const array = IndexedArray.of(typeof variable.value === "string" ? [variable.value] : []);
  variable.value = array;
  variable.kind = "indexed";
  return array;
}
function convert(variable: Variable, text: string): string {
  return variable.lower ? text.toLowerCase() : variable.upper ? text.toUpperCase() : text;
}
export function asScalar(value: Value): string | undefined {
  return value === null ? undefined : typeof value === "string" ? value : value instanceof Map ? value.get("0") : value.get(0);
}
