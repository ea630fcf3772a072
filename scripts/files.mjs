// Lists the files of the checkout.
import { readdirSync } from "node:fs";

const skipped = new Set(["node_modules", "dist", ".build", ".git"]);

/** All files below `folder` whose path (with `/`) matches `pattern`, in sorted order. */
export const globSync = (folder, pattern) => {
  const found = [];
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const below = path === "." ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) visit(below);
      } else if (pattern.test(below)) found.push(below);
    }
  };
  visit(folder);
  return found.sort();
};
