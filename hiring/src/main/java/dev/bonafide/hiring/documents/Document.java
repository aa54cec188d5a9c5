package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.CodeHistory;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.interview.Meeting;
import dev.bonafide.hiring.interview.Transcript;
import dev.bonafide.hiring.resume.Resume;
import java.util.List;

/** What one document holds. */
public sealed interface Document {
  /**
   * What there is to say of the reading itself: columns that are not read on purpose, rows without
   * an id.
   */
  default List<String> notes() {
    return List.of();
  }

  /**
   * An applicant tracking system's rows or objects.
   *
   * @param certain whether it says itself that they are applicants; any list of people with
   *     addresses looks the same else
   * @param notes see {@link Document#notes}
   */
  record OfSystem(List<Candidate> candidates, boolean certain, List<String> notes)
      implements Document {
    public OfSystem {
      candidates = List.copyOf(candidates);
      notes = List.copyOf(notes);
    }
  }

  /**
   * One candidate of a system.
   *
   * @param name read for the person's key and to find the person's label in a transcript; empty
   *     when there is none
   * @param ids further ids under which documents may name the applicant
   * @param files names of the files that belong to it
   * @param line 1-based line of its record
   * @param raw the record's own words, for its hash; empty when it is the whole document
   */
  record Candidate(
      Applicant applicant,
      String name,
      List<String> ids,
      List<String> files,
      int line,
      String raw) {
    public Candidate {
      ids = List.copyOf(ids);
      files = List.copyOf(files);
    }
  }

  /**
   * A résumé of fields.
   *
   * @param id the applicant's id when the document names one; empty else
   * @param picture what the document says of the applicant's picture: a name of a file, a place on
   *     the web that nobody asks, or the picture itself as a "data:" address; empty when nothing
   */
  record OfFields(Resume resume, String name, String id, String picture) implements Document {
    /** The same, where its picture was already looked at. */
    public OfFields withoutPicture() {
      return new OfFields(resume, name, id, "");
    }
  }

  /** A picture beside the documents; what is kept of it stands in the file's facts. */
  record OfPicture() implements Document {}

  /**
   * A résumé of lines.
   *
   * @param resume as it was read before the applicant's name was known
   */
  record OfLines(String text, Resume resume) implements Document {}

  /** An interview's captions. */
  record OfTalk(Transcript transcript) implements Document {}

  /** References, each with what names its applicant: an id or a mail address. */
  record OfReferees(List<Named> referees, List<String> notes) implements Document {
    public OfReferees {
      referees = List.copyOf(referees);
      notes = List.copyOf(notes);
    }
  }

  /** A reference and its applicant. */
  record Named(String applicant, Reference reference, int line, String raw) {}

  /** Who joined a meeting, from where, with what. */
  record OfMeeting(Meeting meeting) implements Document {}

  /**
   * A code host's export.
   *
   * @param applicant the applicant's id when the export names one, else the account; empty when
   *     neither stands there
   */
  record OfCode(CodeHistory history, String applicant) implements Document {}

  /** It can be read and holds nothing to screen. */
  record Nothing(String why) implements Document {}

  /** It can't be read. */
  record Unreadable(String why) implements Document {}
}
