package org.diban.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application's entry. */
@SpringBootApplication(proxyBeanMethods = false)
public class Diban {
    public static void main(String[] arguments) {
        SpringApplication.run(Diban.class, arguments);
    }
}
