package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as real systems and people write them: each is known for what it is. */
class HeadersTest {
  private static Recognised recognise(String header) {
    byte[] bytes = (header + "\n").getBytes(StandardCharsets.UTF_8);
    return Sources.builtIn().recognise(bytes, bytes.length, true, ReadOptions.utc());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          hr > Employee ID,Worker,Legal Name,Email - Primary Work,Business Title,Hire Date,Termination Date,Location,Supervisory Organization,Worker Type,Manager,Time Zone
          hr > Employee #,First Name,Last Name,Work Email,Home Email,Hire Date,Termination Date,Employment Status,Job Title,Department,Division,Location,Supervisor,Mobile Phone,Address Line 1,City,State,Zip Code,Country
          hr > Associate ID,Legal First Name,Legal Last Name,Work Contact: Work Email,Hire Date,Job Title Description,Home Department Description,Location Description,Reports To Name,Position Status
          hr > ID,First name,Last name,Email,Position,Department,Office,Hire date,Termination date,Employment type,Supervisor,Weekly working hours
          hr > Employee number,Full name,Work email,Personal email,Start date,End date,Department,Title,Work location,Employment type,Manager
          hr > User/Employee ID,Username,First Name,Last Name,Email,Hire Date,Country,Location,Manager User Sys ID,Job Title
          hr > worker_id,email,start_date,end_date,country
          hr > employeeid,workemail,startdate,enddate,jobtitle,department,managerid
          hr > EMP_NO;MAIL;ENTRY DATE;HIRE_DATE;EXIT_DATE;TEAM;CITY;COUNTRY;TZ
          mdm > Device ID,Device name,Enrollment date,Last check-in,Azure AD Device ID,OS version,Serial number,Manufacturer,Model,Primary user UPN,Primary user email address,Compliance,Ownership,OS,JoinType,Encrypted
          mdm > Computer Name,Serial Number,Last Check-in,Last Inventory Update,IP Address,Operating System Version,Model,Username,Email Address,UDID,Jamf Pro ID
          mdm > serialNumber,deviceName,azureADDeviceId,userPrincipalName,model,manufacturer,osVersion,lastSyncDateTime,enrolledDateTime
          mdm > Asset Tag,Serial,Hostname,Assigned To,Model,OS,Last Seen,Public IP,Monitors
          vpn > User,Login Time,Logout Time,Public IP,Private IP,Source Region,Computer,Client,Gateway
          vpn > Username,Public IP,Assigned IP,Protocol,Login Time,Duration,Bytes Tx,Bytes Rx,Group Policy,Tunnel Group
          vpn > Node,Username,Start Time,Duration,Service,Real IP,VPN IP,Proto,Port,Bytes In,Bytes Out,Error
          vpn > user_name,connect_time,disconnect_time,client_ip,virtual_ip,bytes_received,bytes_sent,end_reason
          vpn > Session ID,User,Session Start (UTC),Session End (UTC),Duration (s),Source IP,Source City,Source Country,Assigned IP,Gateway,Client OS,Host Name,Bytes In,Bytes Out,End Reason
          meetings > meeting,host,name,email,join time,leave time,duration
          context > Worker ID,Kind,From,To,Place,Other Worker
          context > worker,kind,from,to,place
          context > employee id,type,start,end,destination,related employee
          entra > Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,Application,Application ID ,Resource,Resource ID ,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,Browser,Operating System,Session ID,Autonomous system  number
          entra > CreatedDateTime,UserPrincipalName,UserDisplayName,AppDisplayName,IPAddress,City,Country,Device,Browser,OS,Status,RiskState,RiskLevelDuringSignIn,ConditionalAccessStatus
          entra > TimeGenerated [UTC],ResultType,UserPrincipalName,UserId,AppDisplayName,IPAddress,LocationDetails,DeviceDetail,CorrelationId,IsInteractive,Status,Type
          okta > severity,event_type,display_message,uuid,version,timestamp,outcome.result,outcome.reason,actor.id,actor.type,actor.display_name,actor.alternate_id,client.ip_address,client.user_agent.raw_user_agent,target0.id,target0.type
          okta > published_t,eventType_s,uuid_g,actor_id_s,actor_alternateId_s,client_ipAddress_s,outcome_result_s,target_s
          defender > Timestamp,DeviceId,DeviceName,ActionType,FileName,FolderPath,ProcessCommandLine,AccountName,AccountSid,ReportId,InitiatingProcessFileName
          defender > TimeGenerated,DeviceId,DeviceName,ActionType,LogonType,AccountName,AccountDomain,AccountSid,RemoteIP,ReportId,Type
          """)
  void aTableIsKnownByItsHeaderAlone(String source, String header) {
    assertThat(recognise(header))
        .as(header)
        .isInstanceOfSatisfying(
            Recognised.Readable.class, readable -> assertThat(readable.source()).isEqualTo(source));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file,source,kind,events,expected,origin,licence,note",
        "id,name,created_at,updated_at,status",
        "email,first_name,last_name",
        "date,amount,currency,account",
        "meeting,host,agenda,minutes,duration",
        "start,end,title,location,attendees",
        "name,value",
        "timestamp,level,message",
        "user,action,time,ip"
      })
  void otherTablesArePassedOver(String header) {
    assertThat(recognise(header)).as(header).isInstanceOf(Recognised.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gender",
        "sex",
        "Nationality",
        "Citizenship Status",
        "Date of Birth",
        "birthDate",
        "DOB",
        "Age",
        "ethnicity_code",
        "Race",
        "Religion",
        "Marital Status",
        "Disability",
        "Health Plan",
        "Preferred Language",
        "KeyboardLayout",
        "Passport Number",
        "countryOfBirth"
      })
  void whatIsNotReadOnPurposeIsListedAndNeverPlaced(String column) {
    byte[] bytes =
        ("Employee ID,Work Email,Start Date,Department,Manager,"
                + column
                + "\n1,a@b.example,2025-01-01,IT,2,secret\n")
            .getBytes(StandardCharsets.UTF_8);
    Recognised recognised =
        Sources.builtIn()
            .recognise(
                bytes,
                bytes.length,
                true,
                new ReadOptions(ReadOptions.utc().zoneOfBareTimes(), true));
    RecordReader reader = ((Recognised.Readable) recognised).reader().get();
    Told told = new Told();
    reader.read(bytes, 0, bytes.length, true, told);
    assertThat(reader.notes().notRead()).containsExactly(column);
    assertThat(reader.notes().unplaced()).isEmpty();
    assertThat(told.readings.toString() + told.explained)
        .contains("a@b.example")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Agent Name", "Racecar", "Sextant", "Page Count", "Language Server", "Management"})
  void wordsThatOnlyContainSuchWordsAreNot(String column) {
    boolean whole = Stream.of("Language Server").anyMatch(column::equals);
    assertThat(Forbidden.is(column)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "workEmail,work email",
    "WORK_EMAIL (utc),work email utc",
    "client.ipAddress,client ip address",
    "IPAddress,ip address",
    "osVersion2,os version 2",
    "Employee-ID,employee id"
  })
  void headersAreTakenApartIntoWords(String header, String words) {
    assertThat(Words.of(header)).isEqualTo(List.of(words.split(" ")));
  }
}
