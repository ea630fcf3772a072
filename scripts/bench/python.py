"""The programs of the benchmarks in Python, for scale: the fastest of a few rounds of each, in milliseconds, as JSON."""

import asyncio
import json
import sys
import threading
import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def checked_loop(n):
    total = 0
    for i in range(1, n + 1):
        total = total + i * 3 - i
    return total


def modular_loop(n):
    state = 1
    i = 0
    while i < n:
        state = (state * 31 + i) % 1000003
        i += 1
    return state


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Body:
    def __init__(self):
        self.at = Point(0, 0)
        self.speed = Point(1, 2)


def struct_paths(rounds):
    bodies = [Body(), Body(), Body(), Body()]
    steps = 0
    for _ in range(rounds):
        for i in range(4):
            bodies[i].at.x += bodies[i].speed.x
            bodies[i].at.y += bodies[i].speed.y
        steps += 1
    return bodies[3].at.x + bodies[0].at.y + steps


def strings(n):
    text = ""
    for i in range(1, n + 1):
        text += f"line {i}\n"
    return text


def map_counting(words, n):
    counts = {}
    for i in range(1, n + 1):
        word = words[i % 10]
        counts[word] = counts.get(word, 0) + 1
    return counts


def lists(n):
    items = []
    for i in range(n):
        items.append(i)
    changed = list(items)
    for i in range(n):
        changed[i] = changed[i] * 2 + 1
    return changed[0] + changed[n - 1]


def nested_sums(n):
    rows = [[i * j for j in range(1, n + 1)] for i in range(1, n + 1)]
    total = 0
    for _ in range(10):
        for row in rows:
            for item in row:
                total += item
    return total


def tree_of(depth):
    return None if depth == 0 else (tree_of(depth - 1), depth, tree_of(depth - 1))


def sum_of(tree):
    return 0 if tree is None else sum_of(tree[0]) + tree[1] + sum_of(tree[2])


def enum_trees(depth):
    return sum(sum_of(tree_of(depth)) for _ in range(20))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def climb(n, step):
    return step if n == 0 else climb(n - 1, step) + step % 7


def deep_recursion(depth, rounds):
    count = 0
    for round in range(1, rounds + 1):
        if is_even(depth + round % 3):
            count += 1
        count += climb(depth, round)
    return count


def enum_matching(rounds):
    ops = [("push", 3)]
    for i in range(1, 41):
        ops += [("push", i), ("add",), ("keep", i % 4), ("less", 0, 5), ("skip",), ("load", 2), ("multiply",), ("less", 1, i)]
    kept = [0, 0, 0, 0]
    top, below = 0, 1
    for round in range(1, rounds + 1):
        for op in ops:
            kind = op[0]
            if kind == "push":
                below = top
                top = op[1] + round
            elif kind == "add":
                top = (top + below) % 65536
            elif kind == "multiply":
                top = top * below % 65536
            elif kind == "keep":
                kept[op[1]] = top
            elif kind == "load":
                top = kept[op[1]]
            elif kind == "less":
                if op[1] == 0:
                    if top < op[2]:
                        top = op[2]
                elif kept[op[1]] < op[2]:
                    top += 1
            else:
                below += 1
    return top + below


class Square:
    def __init__(self, side):
        self.side = side

    def area(self, scale):
        return self.side * self.side * scale

    def grown(self, by):
        return Square(self.side + by)


class Ring:
    def __init__(self, outer, inner):
        self.outer = outer
        self.inner = inner

    def area(self, scale):
        return (self.outer - self.inner) * scale

    def grown(self, by):
        return Ring(self.outer + by, self.inner)


def largest(shapes, found):
    for shape in shapes:
        if found.area(2) < shape.area(2):
            found = shape
    return found


def generics(rounds):
    squares, rings = [Square(1)], [Ring(2, 1)]
    for i in range(1, 100):
        squares.append(Square(i * 7 % 50))
        rings.append(Ring(i * 5 % 60, i % 9))
    total = 0
    for round in range(1, rounds + 1):
        squares = [each.grown(round % 2) for each in squares]
        rings = [each.grown(round % 3) for each in rings]
        total += largest(squares, squares[0]).area(1) + largest(rings, rings[0]).area(1)
    return total


def order(id):
    items = [
        {"name": f"part {i}", "price": i + 0.25, "quantity": i * id, "tags": ["new", f"p{i}"]} for i in range(id % 5 + 1)
    ]
    return {"customer": f"customer {id % 17}", "id": id, "items": items, "note": None, "paid": id % 3 == 0}


def json_encode(rounds):
    orders = [order(id) for id in range(1, 101)]
    text = ""
    for round in range(1, rounds + 1):
        orders[0]["id"] = round
        text = json.dumps(orders, separators=(",", ":")).encode()
    return text


def json_decode(rounds):
    item = {"name": "part", "price": 2.25, "quantity": 7, "tags": ["new", "p"]}
    text = json.dumps([{**order(id), "items": [item]} for id in range(1, 101)], separators=(",", ":"))
    total = 0
    for _ in range(rounds):
        for each in json.loads(text):
            if each["customer"] != "":
                total += each["id"]
            for item in each["items"]:
                if item["price"] > 2.0 and item["tags"][0] == "new":
                    total += item["quantity"]
    return total


def is_text(value, most):
    return isinstance(value, str) and 1 <= len(value) <= most


def is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_item(value):
    return (
        isinstance(value, dict)
        and is_text(value.get("name"), 40)
        and isinstance(value.get("price"), (int, float))
        and is_int(value.get("quantity"))
        and 0 <= value["quantity"] <= 10_000
        and isinstance(value.get("tags"), list)
        and all(isinstance(tag, str) for tag in value["tags"])
        and value.keys() <= {"name", "price", "quantity", "tags"}
    )


def is_order(value):
    return (
        isinstance(value, dict)
        and is_text(value.get("customer"), 80)
        and is_int(value.get("id"))
        and isinstance(value.get("items"), list)
        and all(map(is_item, value["items"]))
        and (value.get("note") is None or isinstance(value["note"], str))
        and isinstance(value.get("paid"), bool)
        and value.keys() <= {"customer", "id", "items", "note", "paid"}
    )


def typed_decode(rounds):
    item = {"name": "part", "price": 2.25, "quantity": 7, "tags": ["new", "p"]}
    text = json.dumps([{**order(id), "items": [item]} for id in range(1, 101)], separators=(",", ":"))
    total = 0
    for _ in range(rounds):
        orders = json.loads(text)
        if not all(map(is_order, orders)):
            raise ValueError("a value of another type")
        for each in orders:
            total += each["id"]
            for item in each["items"]:
                if item["price"] > 2.0 and item["tags"][0] == "new":
                    total += item["quantity"]
    return total


async def work(n):
    return n * 3 % 7


async def tasks(count):
    total = 0
    for i in range(1, count + 1):
        total += await asyncio.create_task(work(i))
    return total


async def pause(n):
    await asyncio.sleep(0)
    return n + 1


async def steps(count):
    n = 0
    while n < count:
        n = await pause(n)
    return n


async def suspensions(count):
    one, other = asyncio.create_task(steps(count)), asyncio.create_task(steps(count))
    return await one + await other


WORDS = "one two three four five six seven eight nine ten".split()

PROGRAMS = {
    "fib": lambda: fib(25),
    "checked-loop": lambda: checked_loop(400_000),
    "modular-loop": lambda: modular_loop(400_000),
    "struct-paths": lambda: struct_paths(20_000),
    "strings": lambda: strings(20_000),
    "map-counting": lambda: map_counting(WORDS, 200_000),
    "lists": lambda: lists(100_000),
    "nested-sums": lambda: nested_sums(200),
    "enum-trees": lambda: enum_trees(14),
    "deep-recursion": lambda: deep_recursion(9_000, 100),
    "enum-matching": lambda: enum_matching(500),
    "generics": lambda: generics(200),
    "json-encode": lambda: json_encode(20),
    "json-decode": lambda: json_decode(20),
    "typed-decode": lambda: typed_decode(100),
    "tasks": lambda: asyncio.run(tasks(5_000)),
    "suspensions": lambda: asyncio.run(suspensions(5_000)),
}


def milliseconds(work):
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def main():
    print(json.dumps({name: min(milliseconds(work) for _ in range(5)) for name, work in PROGRAMS.items()}))


sys.setrecursionlimit(20_000)
threading.stack_size(64 << 20)
thread = threading.Thread(target=main)
thread.start()
thread.join()
