"""All pairs and dead norms by CaDiCaL: clauses from standard input, the best of a few rounds of CPU time to standard output."""

import sys
import time

from pysat.solvers import Solver


def main():
    lines = sys.stdin.read().splitlines()
    applies = [int(n) for n in lines[0].split()]
    clauses = [[int(n) for n in line.split()] for line in lines[1:]]
    best = None
    for _ in range(3):
        with Solver(name=sys.argv[1], bootstrap_with=clauses) as solver:
            start = time.process_time()
            alive = [solver.solve(assumptions=[a]) for a in applies]
            together = 0
            for i, a in enumerate(applies):
                for b in applies[i + 1 :]:
                    together += solver.solve(assumptions=[a, b])
            spent = time.process_time() - start
        best = spent if best is None else min(best, spent)
    print(together, alive.count(False), int(best * 1e9))


main()
