#!/bin/sh
# The main job on the bundled articles: file them year by year in a fresh database, and look at what is known.
# Usage: demo/tour.sh [HIATUS], where HIATUS is the command (default: hiatus).
set -eu
cd "$(dirname "$0")/.."
hiatus=${1:-hiatus}
mkdir -p build
rm -f build/demo.db build/demo.db-wal build/demo.db-shm
HIATUS_DB=build/demo.db
export HIATUS_DB

say() { printf '\n\033[1m# %s\033[0m\n' "$1"; }
run() { printf '\033[2m$ hiatus'; for word in "$@"; do case $word in *' '*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac; done; printf '\033[0m\n'; "$hiatus" "$@"; }

say "You follow one show."
run follow "All of Us Are Dead"
for year in 2022 2023 2024 2025 2026; do
  say "The news of $year, and what it changed for the show that you follow:"
  run update demo/news/$year-*
done
say "What is known of the season that you wait for:"
run show "All of Us Are Dead" --season 2
say "What was known at the end of 2023:"
run show "All of Us Are Dead" --season 2 --as-of 2023-12-31
say "Where sources disagree, both sides are shown, each with its outlets:"
run show "All of Us Are Dead" --season 1
say "A rumor that was denied (Leonardo DiCaprio), and a show that ended as planned:"
run show "Squid Game" --season 3
say "How things stand for every show in these articles:"
run scorecard
say "Spellings that may be one person, for you to judge:"
run people unsure
cat <<'E2'

Now on your own shows:
  hiatus follow "TITLE"            follow a series or film
  hiatus sources add --starter     watch the feeds of the field's outlets
  hiatus update                    ask them what is new, and be told what changed
  hiatus show "TITLE" --sources    see every value with the words that it stands on
E2
