/**
 * What people work with, kept on SQLite or PostgreSQL: runs, people, evidence, judgements, users
 * and the audit.
 */
@NullMarked
package dev.bonafide.store;

import org.jspecify.annotations.NullMarked;
