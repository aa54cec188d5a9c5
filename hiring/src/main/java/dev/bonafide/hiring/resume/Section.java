package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.dates.Dates;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a résumé in which a line stands. */
public enum Section {
  /** Name and contacts, above the first heading. */
  HEADER,
  SUMMARY,
  EXPERIENCE,
  VOLUNTEER,
  EDUCATION,
  SKILLS,
  PROJECTS,
  REFERENCES,
  OTHER;

  private static final int LONGEST_HEADING = 45;
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}&]+");
  private static final Pattern SPACED_LETTERS = Pattern.compile("(?:\\p{L} ){3,}\\p{L}");
  private static final Map<String, Section> HEADINGS = headings();

  /** The section that a line opens; null when it is no heading. */
  static @Nullable Section openedBy(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > LONGEST_HEADING || !Dates.in(text).isEmpty()) {
      return null;
    }
    if (SPACED_LETTERS.matcher(text).matches()) {
      text = text.replace(" ", ""); // E X P E R I E N C E, as some PDFs set it
    }
    String words = NOT_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return HEADINGS.get(words);
  }

  private static Map<String, Section> headings() {
    Map<String, Section> headings = new HashMap<>();
    put(
        headings,
        SUMMARY,
        List.of(
            "summary",
            "professional summary",
            "career summary",
            "executive summary",
            "profile",
            "professional profile",
            "about",
            "about me",
            "objective",
            "career objective",
            "overview",
            "personal statement",
            "highlights",
            "kurzprofil",
            "profil",
            "über mich",
            "à propos",
            "perfil",
            "perfil profesional",
            "resumen",
            "resumo",
            "profilo",
            "profiel"));
    put(
        headings,
        EXPERIENCE,
        List.of(
            "experience",
            "work experience",
            "professional experience",
            "employment",
            "employment history",
            "work history",
            "career history",
            "relevant experience",
            "relevant work experience",
            "job history",
            "career",
            "professional background",
            "industry experience",
            "experience & employment",
            "positions held",
            "berufserfahrung",
            "berufspraxis",
            "beruflicher werdegang",
            "werdegang",
            "expérience",
            "expérience professionnelle",
            "expériences professionnelles",
            "experiencia",
            "experiencia laboral",
            "experiencia profesional",
            "experiência",
            "experiência profissional",
            "esperienza",
            "esperienza professionale",
            "esperienze lavorative",
            "werkervaring",
            "additional experience",
            "other experience",
            "earlier experience",
            "previous experience",
            "contract experience",
            "freelance experience"));
    put(
        headings,
        VOLUNTEER,
        List.of(
            "volunteer",
            "volunteering",
            "volunteer experience",
            "volunteer work",
            "community service",
            "ehrenamt",
            "bénévolat",
            "voluntariado"));
    put(
        headings,
        EDUCATION,
        List.of(
            "education",
            "academic background",
            "academic history",
            "education & training",
            "education and training",
            "educational background",
            "academics",
            "qualifications",
            "academic qualifications",
            "degrees",
            "education & certifications",
            "education and certifications",
            "ausbildung",
            "bildung",
            "bildungsweg",
            "studium",
            "formation",
            "éducation",
            "educación",
            "formación",
            "formación académica",
            "educação",
            "formação",
            "formação acadêmica",
            "istruzione",
            "formazione",
            "opleiding",
            "opleidingen"));
    put(
        headings,
        SKILLS,
        List.of(
            "skills",
            "technical skills",
            "core skills",
            "key skills",
            "core competencies",
            "competencies",
            "technologies",
            "technical expertise",
            "expertise",
            "tools",
            "tech stack",
            "stack",
            "programming languages",
            "skills & tools",
            "skills and tools",
            "skills & technologies",
            "technical proficiencies",
            "technical summary",
            "areas of expertise",
            "kenntnisse",
            "fähigkeiten",
            "it kenntnisse",
            "compétences",
            "competencias",
            "habilidades",
            "conocimientos",
            "competências",
            "competenze",
            "vaardigheden"));
    put(
        headings,
        PROJECTS,
        List.of(
            "projects",
            "personal projects",
            "selected projects",
            "key projects",
            "side projects",
            "open source",
            "projekte",
            "projets",
            "proyectos",
            "projetos",
            "progetti",
            "projecten"));
    put(
        headings,
        REFERENCES,
        List.of("references", "referees", "referenzen", "références", "referencias", "referenze"));
    put(
        headings,
        OTHER,
        List.of(
            "certifications",
            "certificates",
            "licenses",
            "licenses & certifications",
            "awards",
            "honors",
            "honours",
            "achievements",
            "publications",
            "patents",
            "languages",
            "interests",
            "hobbies",
            "activities",
            "memberships",
            "affiliations",
            "courses",
            "training",
            "conferences",
            "talks",
            "additional information",
            "miscellaneous",
            "contact",
            "contacts",
            "contact information",
            "personal information",
            "personal details",
            "sprachen",
            "zertifikate",
            "zertifizierungen",
            "interessen",
            "kontakt",
            "persönliche daten",
            "langues",
            "certificats",
            "loisirs",
            "idiomas",
            "certificaciones",
            "certificações",
            "lingue",
            "certificazioni",
            "talen",
            "certificaten"));
    return Map.copyOf(headings);
  }

  private static void put(Map<String, Section> headings, Section section, List<String> words) {
    for (String word : words) {
      headings.put(word, section);
    }
  }
}
