package consumer;

import org.grassrootskpi.divisions.Divisions;

/** Looks a division up: a program that knows the divisions as a module. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println(Divisions.load().byCode("440307003").code());
    }
}
