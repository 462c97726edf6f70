#!/usr/bin/env bash
# Sets up what is missing, builds, and runs all tests. Arguments go on to `dotnet test`: ./test.sh --filter FullyQualifiedName~Scopes
# The last line is `N passed, N failed`; the exit code says whether all is well.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

./setup.sh

# As in setup.sh.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_UI_LANGUAGE=en
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
status=0
dotnet test Framework.sln -c Release --no-build -nologo --logger 'console;verbosity=minimal' "$@" 2>&1 |
  tee "$log" || status=$?

# Each test project reports: Passed!  - Failed:     0, Passed:   912, Skipped:     2, Total:   914, Duration: 8 s - Some.Tests.dll (net10.0)
read -r passed failed skipped projects < <(sed -nE \
  's/^(Passed|Failed|Skipped)! +- Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+),.*/\3 \2 \4/p' "$log" |
  awk '{ passed += $1; failed += $2; skipped += $3 } END { print passed + 0, failed + 0, skipped + 0, NR }')

if [[ $projects -eq 0 ]]; then
  echo "test: no test was run" >&2
  status=1
elif [[ $status -ne 0 && $failed -eq 0 ]]; then
  echo "test: a test run broke off (see above)" >&2
elif [[ $failed -gt 0 ]]; then
  status=1
fi

skipped_text=""
if [[ $skipped -gt 0 ]]; then skipped_text=", $skipped skipped"; fi
echo "$passed passed, $failed failed$skipped_text"
exit "$status"
