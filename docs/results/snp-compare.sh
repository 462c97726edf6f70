#!/usr/bin/env bash
# Every method at every budget with every seed, into runs/snp/; runs that are done are left out, broken ones go on. Then: ./espalier compare runs/snp/*
set -u
cd "$(dirname "$0")/../.."
finetune='{ finetune: { epochs: 1, optimizer: adamw, lr: 0.0005, min-lr: 0.00001 } }'

run() { # name, seed, steps
  local folder="runs/snp/$1-$2"
  [ -f "$folder/report.json" ] && return
  local resume=()
  [ -f "$folder/run.json" ] && resume=(--resume)
  ./espalier prune docs/results/snp-compare.yaml --set "steps=[ $3 ]" --seed "$2" --output "$folder" --verbosity quiet "${resume[@]}" > /dev/null || echo "$1, seed $2: failed" >&2
}

word() { grep -o '[a-z][a-z0-9]*' <<< "$1" | head -1; } # l2 of l2, random of { random: ... }

for seed in 1 2 3; do
  # Parts of the dense model's MACs, as numbers: head pruning comes before SNP in one of them.
  for budget in 70:9.757M 50:6.969M 30:4.182M; do
    part=${budget%%:*} macs=${budget##*:}
    for allocation in sensitivity uniform; do
      run "$part-snp-$allocation" $seed "{ snp: { macs: $macs, allocation: $allocation } }, $finetune"
    done
    for criterion in l2 fpgm taylor "{ random: { seed: $seed } }"; do
      run "$part-$(word "$criterion")-local" $seed "{ channel: { macs: $macs, criterion: $criterion, ranking: local } }, $finetune"
    done
    for criterion in l2 taylor; do
      run "$part-$criterion-global" $seed "{ channel: { macs: $macs, criterion: $criterion, ranking: global } }, $finetune"
    done
    run "$part-head-snp" $seed "{ head: 0.2 }, { snp: { macs: $macs } }, $finetune"
  done
  # Whole heads alone reach the first budget only.
  run "70-head" $seed "{ head: { macs: 9.757M, minimum: 0 } }, $finetune"

  # Queries and keys alone, without training.
  others="patch_embed, 'blocks.*.attn.v', 'blocks.*.mlp'"
  for ratio in 0.25 0.5 0.75; do
    run "qk-$ratio-snp" $seed "{ snp: { qk: $ratio } }"
    for criterion in l2 fpgm taylor "{ random: { seed: $seed } }"; do
      run "qk-$ratio-$(word "$criterion")" $seed "{ channel: { ratio: $ratio, criterion: $criterion, ranking: local, ignore: [ $others ] } }"
    done
  done
done
