// The programs of the benchmarks about JSON and tasks by hand in JavaScript.

interface Item {
  readonly name: string;
  readonly price: number;
  readonly quantity: number;
  readonly tags: readonly string[];
}
interface Order {
  readonly customer: string;
  id: number;
  readonly items: readonly Item[];
  readonly note: string | null;
  readonly paid: boolean;
}

const numbers = (low: number, high: number): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, i) => low + i);

const order = (id: number): Order => ({
  customer: `customer ${id % 17}`,
  id,
  items: numbers(0, id % 5).map((i) => ({
    name: `part ${i}`,
    price: i + 0.25,
    quantity: i * id,
    tags: ["new", `p${i}`],
  })),
  note: null,
  paid: id % 3 === 0,
});

/** As bytes, which is what leaves a program. */
export const jsonEncode = (rounds: number): string => {
  const orders = numbers(1, 100).map(order);
  let bytes = Buffer.from("");
  for (let round = 1; round <= rounds; round++) {
    orders[0]!.id = round;
    bytes = Buffer.from(JSON.stringify(orders));
  }
  return bytes.toString("latin1");
};

const small = (id: number): Order => ({
  customer: `customer ${id % 17}`,
  id,
  items: [{ name: "part", price: 2.25, quantity: id * 7, tags: ["new", "p"] }],
  note: null,
  paid: true,
});

const tested = <T>(value: unknown, test: (value: unknown) => boolean): T => {
  if (!test(value)) throw new Error("a value of another type");
  return value as T;
};
const isString = (value: unknown): boolean => typeof value === "string";
const isStrings = (value: unknown): boolean => Array.isArray(value) && value.every(isString);
const isFloat = (value: unknown): boolean => typeof value === "number";

const total = (text: string): number => {
  let sum = 0;
  for (const each of JSON.parse(text)) {
    const id = tested<number>(each.id, Number.isInteger);
    const customer = tested<string>(each.customer, isString);
    if (customer !== "") sum += id;
    for (const item of each.items) {
      const quantity = tested<number>(item.quantity, Number.isInteger);
      const price = tested<number>(item.price, isFloat);
      const tags = tested<string[]>(item.tags, isStrings);
      if (price > 2 && tags[0] === "new") sum += quantity;
    }
  }
  return sum;
};

export const jsonDecode = (rounds: number): number => {
  const text = JSON.stringify(numbers(1, 100).map(small));
  let sum = 0;
  for (let round = 1; round <= rounds; round++) sum += total(text);
  return sum;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const hasNoOther = (value: object, keys: ReadonlySet<string>): boolean => {
  for (const key in value) if (!keys.has(key)) return false;
  return true;
};
const isTextUpTo = (value: unknown, most: number): boolean =>
  typeof value === "string" && value.length >= 1 && (value.length <= most || [...value].length <= most);

const itemKeys: ReadonlySet<string> = new Set(["name", "price", "quantity", "tags"]);
const isItem = (value: unknown): boolean =>
  isObject(value) &&
  isTextUpTo(value.name, 40) &&
  isFloat(value.price) &&
  Number.isInteger(value.quantity) &&
  (value.quantity as number) >= 0 &&
  (value.quantity as number) <= 10_000 &&
  isStrings(value.tags) &&
  hasNoOther(value, itemKeys);

const orderKeys: ReadonlySet<string> = new Set(["customer", "id", "items", "note", "paid"]);
const isOrder = (value: unknown): boolean =>
  isObject(value) &&
  isTextUpTo(value.customer, 80) &&
  Number.isInteger(value.id) &&
  Array.isArray(value.items) &&
  value.items.every(isItem) &&
  (value.note === undefined || value.note === null || isString(value.note)) &&
  typeof value.paid === "boolean" &&
  hasNoOther(value, orderKeys);

const isOrders = (value: unknown): boolean => Array.isArray(value) && value.every(isOrder);

const typedTotal = (text: string): number => {
  let sum = 0;
  for (const order of tested<readonly Order[]>(JSON.parse(text), isOrders)) {
    sum += order.id;
    for (const item of order.items) if (item.price > 2 && item.tags[0] === "new") sum += item.quantity;
  }
  return sum;
};

export const typedDecode = (rounds: number): number => {
  const text = JSON.stringify(numbers(1, 100).map(small));
  let sum = 0;
  for (let round = 1; round <= rounds; round++) sum += typedTotal(text);
  return sum;
};

export const tasks = async (count: number): Promise<number> => {
  const work = async (n: number): Promise<number> => (n * 3) % 7;
  let sum = 0;
  for (let i = 1; i <= count; i++) sum += await work(i);
  return sum;
};

/** Two that take turns. */
export const suspensions = async (count: number): Promise<number> => {
  const pause = async (n: number): Promise<number> => {
    await null;
    return n + 1;
  };
  const steps = async (): Promise<number> => {
    let n = 0;
    while (n < count) n = await pause(n);
    return n;
  };
  const [one, other] = [steps(), steps()];
  return (await one) + (await other);
};
