package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.time.TimePeriod;

/** Writes and reads by a mapper of Jackson 2 that looks for modules: a program that knows both as modules. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        Region region = Region.builder()
                .code("a")
                .name(LocalizedText.of("甲", "A"))
                .level(RegionLevel.COMMUNITY)
                .build();
        String json = mapper.writeValueAsString(region);
        System.out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.println(mapper.readValue(json, Region.class).equals(region));
        System.out.println(mapper.readValue("\"2024年第三季度\"", TimePeriod.class));
    }
}
