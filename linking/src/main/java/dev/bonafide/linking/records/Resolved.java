package dev.bonafide.linking.records;

import java.util.List;

/**
 * What a run has found.
 *
 * @param blocks which pairs were compared
 * @param scorer of the records
 * @param edges all pairs worth a report
 * @param group for each record the first record of its group
 * @param compared how many pairs were compared
 */
@SuppressWarnings("ArrayRecordComponent") // a list of boxed numbers would cost more than all else
record Resolved(
    Table table,
    Records records,
    Trained trained,
    Blocks blocks,
    Scorer scorer,
    Edges edges,
    int[] group,
    List<Judgement> judgements,
    long compared) {}
