package org.diban.app.evidence.internal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals in the background as long as the application runs: at once while there is work, else after a pause. */
@Component
class SealingLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SealingLoop.class);

    private final Sealer sealer;
    private final Duration pause;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    SealingLoop(Sealer sealer, @Value("${diban.evidence.sealing-pause:1s}") Duration pause) {
        this.sealer = sealer;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("sealing").start(this::run);
    }

    private void run() {
        while (running) {
            long sealed = 0;
            try {
                sealed = sealer.seal();
            } catch (RuntimeException e) {
                if (running) {
                    log.error("sealing failed; it is tried again after a pause", e);
                }
            }
            if (sealed == 0) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
