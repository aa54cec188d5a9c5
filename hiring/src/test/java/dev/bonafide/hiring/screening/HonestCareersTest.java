package dev.bonafide.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.ApplicantFindings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Careers of honest people, as messy as they come: nothing is asked of any. */
class HonestCareersTest {
  private record Career(String what, String resume) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Career> careers() {
    return List.of(
        new Career(
            "a career changer between two trades",
            """
            Nina Example
            Leeds, UK | nina@mail.example | +44 113 496 0123

            EXPERIENCE
            Software Developer, Ferry Line Ltd, Leeds, UK
            Jan 2020 – Present
            • Built booking services in Kotlin and TypeScript
            Head Chef, Harbour Kitchen, Leeds, UK
            2009 – 2019
            • Led a brigade of nine and the weekly orders

            EDUCATION
            BA Culinary Arts, Example College, 2006 – 2009
            MSc Computer Science (conversion, part-time), Example University, 2017 – 2019
            """),
        new Career(
            "two part-time jobs beside each other",
            """
            Ole Sample
            Bergen, Norway

            Work Experience
            Data Analyst (50%, part-time) - Night Rail AS - Bergen, Norway - 03/2018 - 11/2022
            - Reported punctuality with R and SQL
            Lecturer (part time) - Sample College - Bergen, Norway - 08/2018 - 06/2022
            - Taught statistics to first-year students
            """),
        new Career(
            "military service in the middle of studies",
            """
            Pat Sample
            Haifa, Israel

            EDUCATION
            B.Sc. Computer Science, Example Institute of Technology, 2015 - 2019
            MILITARY SERVICE
            Network Sergeant, Signals Corps, 2012 - 2015
            EXPERIENCE
            Backend Engineer, Sea Cable Ltd, Haifa, Israel, 2019 - 2023
            • Go, gRPC and PostgreSQL services
            """),
        new Career(
            "a gap for children, and years counted with the field",
            """
            Ada Example
            Austin, TX

            SUMMARY
            Engineer with 15+ years of experience in web development, including React, TypeScript and Kubernetes.

            EXPERIENCE
            Senior Engineer, Night Rail Inc, Austin, TX
            Sep 2016 - Present
            • Moved the ticket shop to React and Kubernetes
            Career break (full-time parent)
            Jan 2013 - Aug 2016
            Engineer, Ferry Line Inc, Austin, TX
            Jun 2006 - Dec 2012
            • Java, jQuery and Oracle
            """),
        new Career(
            "a remote degree beside a full-time job abroad",
            """
            Ben Sample
            Nairobi, Kenya

            EXPERIENCE
            Systems Engineer, Sea Cable Ltd, Nairobi, Kenya
            Feb 2014 – Oct 2019
            • Linux and Python automation

            EDUCATION
            BSc Computing (distance learning), Example Open University, UK, 2014 – 2018
            """),
        new Career(
            "a contractor with three clients at once",
            """
            Cleo Example
            Toronto, ON, Canada

            EXPERIENCE
            Independent Contractor - Client: Night Rail, Jan 2017 – Dec 2018
            • Terraform modules for two regions
            Consultant, Ferry Line (contract), Mar 2017 – Jun 2018
            • On-call for the booking platform
            Freelance Developer, Self-employed, 2016 – 2019
            • Sites for small shops
            """),
        new Career(
            "an employer that was renamed and bought",
            """
            Dan Sample
            Lyon, France

            EXPERIENCE
            Ingénieur logiciel, Rail de Nuit SA (formerly Ferry Line SA), Lyon, France
            janvier 2015 – mars 2019
            • Services Java et Kafka
            Développeur, Ferry Line SA, Lyon, France
            septembre 2012 – juin 2016
            • Applications Java
            """),
        new Career(
            "a beta user, a later name, and a like-for-like",
            """
            Eve Example
            Denver, CO

            EXPERIENCE
            SRE, Search Mountain Inc, Denver, CO, Mar 2010 – Feb 2013
            • Ran the cluster scheduler (Borg, the predecessor of Kubernetes)
            • Built a Docker-like sandbox on LXC before Docker was public
            • The build farm later became GitHub Actions
            Developer, Ferry Line, Denver, CO, Mar 2013 – Feb 2014
            • Early access programme of Kubernetes (later renamed)
            """),
        new Career(
            "a maker's own staff",
            """
            Finn Sample
            Berlin, Germany

            BERUFSERFAHRUNG
            Software Engineer, HashiCorp, Berlin, Germany, Mai 2012 – April 2014
            • First commits of Terraform
            """),
        new Career(
            "a German résumé in two columns of a table",
            """
            Gerd Beispiel
            Musterweg 1, 10115 Berlin

            Berufserfahrung
            03/2019 – heute
            Softwareentwickler, Nachtzug GmbH, Berlin
            Entwicklung von Diensten in Java 17 und Kotlin
            01/2015 – 02/2019
            Softwareentwickler, Fähre AG, Hamburg
            Wartung der Buchung in Java 7 und Oracle
            Ausbildung
            10/2010 – 12/2014
            B.Sc. Informatik, Beispiel Universität Hamburg
            """),
        new Career(
            "dates behind the text in the order of a two-column PDF",
            """
            Hana Sample
            Software Engineer
            Night Rail
            Ferry Line
            EXPERIENCE
            Led the move of the ticket shop to Kubernetes
            Wrote the seat map in React
            2019 - 2023
            2012 - 2015
            SKILLS
            Kubernetes, React, Rust
            """),
        new Career(
            "a study abroad between two jobs at home",
            """
            Ines Example
            Porto, Portugal

            EXPERIENCE
            Engineer, Ferry Line Lda, Porto, Portugal, Jul 2018 – Present
            • Data pipelines with Spark
            Working Student, Night Rail Lda, Porto, Portugal, 2013 – 2016
            • Reports

            EDUCATION
            M.Sc. Data Science, Example University, Delft, Netherlands, 2016 – 2018
            B.Sc. Mathematics, Sample University, Porto, Portugal, 2013 – 2016
            """),
        new Career(
            "a start as a student while employed, with a sandwich year",
            """
            Jo Sample
            Bristol, UK

            EXPERIENCE
            Engineer, Sea Cable plc, Bristol, UK, 2016 – 2020
            Industrial placement (internship), Night Rail plc, Bath, UK, Jun 2014 – Aug 2015

            EDUCATION
            BEng (sandwich), Example University, Bath, UK, 2012 – 2016
            """),
        new Career(
            "technologies listed for a whole career under the oldest job",
            """
            Kim Example
            Seattle, WA

            EXPERIENCE
            Engineer, Night Rail Inc, Seattle, WA
            2008 – 2012
            • Perl and Oracle
            Engineer, Ferry Line Inc, Seattle, WA
            2012 – 2024
            • Swift, SwiftUI and Kotlin apps

            TECHNICAL SKILLS
            SwiftUI, Kubernetes, Terraform, Rust, Svelte, LangChain
            10+ years of iOS, 12 years of Linux, 4 yrs Terraform
            """),
        new Career(
            "a promotion written as two overlapping lines at one employer",
            """
            Lee Sample
            Pune, India

            PROFESSIONAL EXPERIENCE
            Senior Engineer | Sea Cable Pvt Ltd | Pune, India | Apr 2017 – Present
            Engineer | Sea Cable Private Limited | Pune, India | Jun 2013 – Dec 2018
            """),
        new Career(
            "two jobs that overlap by a notice period",
            """
            Mia Example
            Madrid, Spain

            EXPERIENCIA LABORAL
            Ingeniera de software, Ferry Line SL, Madrid, España, marzo de 2019 – actualidad
            Desarrolladora, Night Rail SL, Madrid, España, enero de 2015 – junio de 2019
            """),
        new Career(
            "a founder who also works",
            """
            Noa Sample
            Tel Aviv, Israel

            EXPERIENCE
            CTO & Co-founder, Sample Start-up, 2018 – 2023
            Principal Engineer, Sea Cable Ltd, 2017 – 2022
            """),
        new Career(
            "a résumé with figures that look like years",
            """
            Otto Example
            Vienna, Austria

            EXPERIENCE
            Engineer, Night Rail GmbH, Vienna, Austria, 2014 – 2018
            • Served 2000 users on 2012 servers with 1999 ms at the 99th percentile
            • Budget 2020k, SQL Server 2008 and Windows Server 2012
            """));
  }

  @ParameterizedTest
  @MethodSource("careers")
  void raiseNoQuestion(Career career) {
    String name = career.resume().lines().findFirst().orElseThrow();
    ApplicantFindings found = People.screen(People.applicant(name, career.resume())).getFirst();
    assertThat(found.questions()).as(career.what()).isEmpty();
    assertThat(found.facts()).allMatch(f -> f.evidence().millinats() == 0);
  }
}
