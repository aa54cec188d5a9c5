package dev.bonafide.hiring.screening;

import dev.bonafide.model.Card;

/** One thing that can be asked of an application. Pure: the same look, the same words. */
interface Check {
  Card card();

  /** Says what does not fit, or why it can't tell; says nothing where all fits. */
  void look(Look look);
}
