@echo off
rem Runs `fuse` from a checkout on Windows: installs and builds first when that is needed.
setlocal
pushd "%~dp0.."
if not exist node_modules\.package-lock.json call npm ci --no-audit --no-fund --silent 1>&2 || (popd & exit /b 1)
node scripts\build.mjs --if-needed 1>&2 || (popd & exit /b 1)
popd
node "%~dp0..\dist\fuse.cjs" %*
