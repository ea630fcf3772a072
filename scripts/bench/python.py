"""The programs of the benchmarks in Python, for scale: the fastest of a few rounds of each, in milliseconds, as JSON."""

import json
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
    return sum(sum_of(tree_of(depth)) for _ in range(4))


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
}


def milliseconds(work):
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


print(json.dumps({name: min(milliseconds(work) for _ in range(5)) for name, work in PROGRAMS.items()}))
