// Loaded in front of a program: tells at its end how much memory it has taken at most, in kilobytes.

process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
